using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Tests.Stories.Rig;
using FollowUp.Timetables;

namespace FollowUp.Tests.Timetables;

/// <summary>Tests <see cref="Anchor"/> and <see cref="Timetable"/>.</summary>
public sealed class An_item_that_is_sent_back
{
    [Fact]
    public void goes_on_where_it_was_and_asks_for_a_second_confirmation()
    {
        Story story = SentBack()
            .On("2020-03-13 10:00", "Ana reports it again", (item, at) => item.Report(new("ana"), at, new("document", "No. 13", null)))
            .On("2020-03-21 11:00", "Boris confirms", (item, at) => item.Confirm(new("boris"), at, "fine now"));

        story.Told().Should().Be(
            """
            03-05 09:00 owner hears: due/eve
            03-05 10:00 Ana reports it done
            03-05 10:00 issuer hears: confirmation/at-once
            03-11 15:00 Boris sends it back
            03-11 15:00 owner hears: due/day
            03-11 15:00 owner hears: overdue/again
            03-11 15:00 owner hears: returned/at-once
            03-12 09:00 level-1 hears: overdue/level-1
            03-12 09:00 issuer hears: overdue/level-1
            03-13 10:00 Ana reports it again
            03-13 10:00 issuer hears: confirmation/at-once
            03-20 09:00 issuer hears: confirmation/again
            03-21 11:00 Boris confirms
            03-23 09:00 owner hears: closing/done
            03-23 09:00 issuer hears: closing/done
            03-23 09:00 coordinator hears: closing/done
            03-23 09:00 told-late hears: closing/done
            """);
    }

    // While it was reported the ladders did not run: that is nobody's delay, and the letter must not say that it was (law 6).
    [Fact]
    public void is_not_late_for_what_was_not_to_be_said_while_it_was_reported()
    {
        Story story = SentBack();
        _ = story.Told("2020-03-11 18:00");

        LedgerRow overdue =
            story.Ledger.Single(row => row.Key is { Ladder: FollowUp.Plans.LadderName.Overdue, Rung: "again", Occurrence: 0 });
        overdue.Planned.Should().Be(Sample.At("2020-03-09 09:00"));
        overdue.Since.Should().Be(Sample.At("2020-03-11 15:00"));
    }

    [Fact]
    public void twice_hears_of_both()
    {
        Story story = SentBack()
            .On("2020-03-13 10:00", "Ana reports it again", (item, at) => item.Report(new("ana"), at, new("document", "No. 13", null)))
            .On("2020-03-13 15:00", "Boris sends it back again", (item, at) => item.SendBack(new("boris"), at, "the annex is missing"));
        _ = story.Told("2020-03-13 18:00");

        story.Ledger.Where(row => row is { Key.Ladder: FollowUp.Plans.LadderName.Returned, State: NoticeState.Sent })
            .Select(row => row.Key.AnchorRevision).Should().Equal(1, 2);
    }

    private static Story SentBack() =>
        new Story(Sample.Item("2020-03-06", "2020-03-04 08:00") with { Receipt = new("ana", Sample.At("2020-03-04 08:00")) })
        .On("2020-03-05 10:00", "Ana reports it done", (item, at) => item.Report(new("ana"), at, new("document", "No. 12", null)))
        .On("2020-03-11 15:00", "Boris sends it back", (item, at) => item.SendBack(new("boris"), at, "not signed"));
}
