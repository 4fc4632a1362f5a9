using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Timetables;

namespace FollowUp.Tests.Timetables;

/// <summary>Tests <see cref="Anchor"/> and <see cref="Decision"/>.</summary>
public sealed class An_assignment
{
    // Rule 6: a moment already past when it is first computed is due now.
    [Fact]
    public void in_the_afternoon_reaches_its_owner_at_once()
    {
        AgreedItem item = Sample.Item("2020-05-29", "2020-03-03 15:00");
        TimetableEntry first = item.Lines().Rung("receipt/at-once");

        first.Planned.Should().Be(Sample.At("2020-03-03 09:00"), "that is the plan's moment");
        first.DueAt.Should().Be(item.AssignedAt, "a delay is not counted from before the assignment");
        first.Skip.Should().BeNull();
        Decision.Decide(item.AssignedAt!.Value, item.Lines(), Present).Rows.Single(row => row.State == NoticeState.Planned).Key
            .Should().Be(first.Key);
    }

    [Fact]
    public void in_the_early_morning_reaches_its_owner_at_nine() =>
        Sample.Item("2020-05-29", "2020-03-03 06:00").Lines().Rung("receipt/at-once").DueAt.Should().Be(Sample.At("2020-03-03 09:00"));

    [Fact]
    public void on_a_Saturday_reaches_its_owner_on_Monday()
    {
        TimetableEntry first = Sample.Item("2020-05-29", "2020-03-07 10:00").Lines().Rung("receipt/at-once");

        first.Planned.Should().Be(Sample.At("2020-03-09 09:00"));
        first.Explanation.Should().Be("moved from 7 Mar: weekend (CN)");
        first.Skip.Should().BeNull();
    }

    [Fact]
    public void is_reminded_of_until_it_is_signed_for()
    {
        AgreedItem item = Sample.Item("2020-05-29", "2020-03-03 08:00");
        IReadOnlyList<TimetableEntry> entries = item.Lines();

        entries.Rung("receipt/again").Planned.Should().Be(Sample.At("2020-03-05 09:00"));
        entries.Rung("receipt/watch", to: "ana").Planned.Should().Be(Sample.At("2020-03-06 09:00"));
        entries.Rung("receipt/watch", to: "chen").Planned.Should().Be(Sample.At("2020-03-06 09:00"));
        entries.Rung("receipt/level-1").Planned.Should().Be(Sample.At("2020-03-10 09:00"));
        item.Sign(new("ana"), Sample.At("2020-03-03 10:00")).Lines()
            .Should().NotContain(entry => entry.Key.Ladder == FollowUp.Plans.LadderName.Receipt);
    }

    [Fact]
    public void falls_on_the_day_that_it_is_where_the_item_is_due()
    {
        // 23:30 in Moscow is the next morning in Shanghai, and the item lives in Moscow.
        AgreedItem item = Sample.Item("2020-05-29", "2020-03-03 23:30", Sample.Moscow, "PLAIN");
        item.Lines(Sample.CastIn(Sample.Moscow, "PLAIN")).Rung("receipt/again").Planned
            .Should().Be(Sample.At("2020-03-05 09:00", Sample.Moscow));
    }

    private static FollowUp.Recipients.Recipient Present(TimetableEntry entry) => new(Sample.Person(entry.Key.Recipient), null);
}
