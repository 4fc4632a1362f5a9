using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Laws 3 and 5.</summary>
public sealed class A_level_that_waits
{
    private static readonly Plan Once = new("once", new(9, 0), 2,
    [
        new(LadderName.Receipt, [Rung.Once("at-once", "0", Role.Owner)]),
        new(LadderName.Overdue, [Rung.Once("again", "+1wd", Role.Owner), Rung.Once("level-1", "+5wd", "level-1")]),
    ]);

    // Registered three working days late: the one word to the owner lies before the assignment and is never sent, so nobody
    // above may hear (law 5). That must not keep the clock awake for good.
    [Fact]
    public void for_a_word_that_will_never_come_does_not_keep_the_clock_awake()
    {
        Story story = new(Sample.Item("2020-03-06", "2020-03-11 10:00"), Once);
        story.Told("2020-06-01 00:00").Should().Be("03-11 10:00 owner hears: receipt/at-once");
        story.Item.NextAt.Should().BeNull();
        story.Ledger.Single(row => row.Role == "level-1").Should().Match<LedgerRow>(row =>
            row.State == NoticeState.Skipped && row.Why == "the owner was never told");
    }
}
