using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Stories.InTown;

/// <summary>Law 15. Elsewhere, whoever has nothing to do with it any more is still mailed daily. Due on Wednesday, 17 June 2020.</summary>
public sealed class A_hand_over_with_a_letter_in_the_bag
{
    // At nine it is written down that the law office is to be told; within the minute the item is law-2's.
    [Fact]
    public async Task takes_it_out_again_and_the_former_owner_hears_of_the_hand_over_alone_and_never_more()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        await town.Until("2020-06-18 09:00");
        (await town.HandTo("law-2")).Status.Should().Be(200);
        await town.Until("2020-06-18 09:10");
        await town.Sign("law-2");
        await town.Until("2020-07-03 12:00");
        await town.Report("law-2");
        await town.Confirm();
        await town.Until("2020-12-31 12:00");

        town.Mailbox.To("law").Where(line => string.CompareOrdinal(line, "06-18") > 0).Should().Equal("06-18 09:01 law: handover/at-once");
        town.Mailbox.To("law-2").Should().Equal(
            "06-18 09:01 law-2: overdue/again, due/day, receipt/at-once",
            "06-28 09:01 law-2: overdue/again #1",
            "07-03 09:01 law-2: overdue/again #2",
            "07-03 12:01 law-2: closing/done");
        (await town.LedgerLines()).Should().Contain("overdue/again to law: skipped").And.Contain("overdue/again to law-2: sent");
        ((string)(await town.Ledger()).Single(row => (string)row["ladder"]! == "overdue" && (string)row["to"]! == "law")["why"]!)
            .Should().Be("overtaken: the item moved on first");
    }

    // Handed over while it waited, and going on within the same minute: being asked to sign says all that the other notice would.
    [Fact]
    public async Task is_told_to_the_new_owner_once_where_the_clock_runs_again_at_once()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        await town.Until("2020-06-02 10:00");
        (await town.Suspend()).Status.Should().Be(200);
        await town.Until("2020-06-04 10:00");
        (await town.HandTo("law-2")).Status.Should().Be(200);
        (await town.Resume()).Status.Should().Be(200);
        await town.Until("2020-06-04 10:05");

        town.Mailbox.To("law-2").Should().ContainSingle().Which.Should().Contain("receipt/at-once").And.NotContain("handover");
        (await town.LedgerLines()).Should().Contain("handover/at-once to law-2: skipped").And.Contain("handover/at-once to law: sent");
    }
}
