using FollowUp.Ledger;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>
/// Laws 3 and 5: what lies before the assignment was never anybody's to hear, and the ledger says so. Due on Friday, 6 March 2020.
/// </summary>
public sealed class An_item_registered_late
{
    [Fact]
    public void greets_its_owner_with_one_letter_and_leaves_what_is_past_in_the_ledger()
    {
        Story story = new(Sample.Item("2020-03-06", "2020-03-11 10:00")) { TellsSilence = true, TellsSlips = true };
        story.Told("2020-03-18 00:00").Should().Be(
            """
            03-11 10:00 the slip is red
            03-11 10:00 owner is spared: due/month, before assignment
            03-11 10:00 owner is spared: due/week, before assignment
            03-11 10:00 owner is spared: due/eve, before assignment
            03-11 10:00 owner is spared: due/day, before assignment
            03-11 10:00 owner is spared: overdue/again, before assignment
            03-11 10:00 level-1 is spared: overdue/level-1, before assignment
            03-11 10:00 issuer is spared: overdue/level-1, before assignment
            03-11 10:00 owner hears: receipt/at-once
            03-13 09:00 owner hears: receipt/again
            03-16 09:00 owner hears: receipt/watch
            03-16 09:00 owner hears: overdue/again 1
            03-16 09:00 coordinator hears: receipt/watch
            03-17 09:00 level-2 hears: overdue/level-2
            """);
        story.Ledger.Count(row => row.State == NoticeState.Skipped).Should().Be(7);
    }
}
