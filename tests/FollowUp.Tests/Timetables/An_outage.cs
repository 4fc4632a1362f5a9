using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Tests.Stories.Rig;
using FollowUp.Timetables;

namespace FollowUp.Tests.Timetables;

/// <summary>
/// Law 5: our downtime is never people's noise, and never their fault. Tests <see cref="Decision"/> and <see cref="Escalation"/>.
/// </summary>
public sealed class An_outage
{
    private static AgreedItem Signed { get; } =
        Sample.Item("2020-03-06", "2020-02-03 10:00") with { Receipt = new("ana", Sample.At("2020-02-03 10:00")) };

    [Fact]
    public void over_several_rungs_is_followed_by_the_newest_alone() =>
        new Story(Signed) { TellsSilence = true }.Down("2020-02-04 00:00", "2020-03-05 14:00").Told("2020-03-05 18:00").Should().Be(
            """
            03-05 14:00 owner is spared: due/month, superseded by due/eve/0 to ana
            03-05 14:00 owner is spared: due/week, superseded by due/eve/0 to ana
            03-05 14:00 owner hears: due/eve
            """);

    // Down from before the due date for three weeks: the owner hears on the 26th, and nobody above before the 27th.
    [Fact]
    public void over_all_levels_lets_the_owner_hear_a_working_day_before_them() =>
        new Story(Signed).Down("2020-03-05 12:00", "2020-03-26 14:00").Told("2020-03-30 18:00").Should().Be(
            """
            02-05 09:00 owner hears: due/month
            02-28 09:00 owner hears: due/week
            03-05 09:00 owner hears: due/eve
            03-26 14:00 owner hears: due/day
            03-26 14:00 owner hears: overdue/again 2
            03-27 09:00 level-1 hears: overdue/level-1
            03-27 09:00 issuer hears: overdue/level-1
            03-27 09:00 level-2 hears: overdue/level-2
            03-27 09:00 level-3 hears: overdue/level-3
            03-30 09:00 owner hears: overdue/again 3
            """);

    [Fact]
    public void that_ends_on_a_Friday_lets_the_levels_wait_for_Monday()
    {
        Story story = new Story(Signed).Down("2020-03-05 12:00", "2020-03-13 10:00");
        story.Told("2020-03-16 18:00").Split('\n').Where(line => line.Contains("level-1", StringComparison.Ordinal)).Should().Equal(
            "03-16 09:00 level-1 hears: overdue/level-1",
            "03-16 09:00 issuer hears: overdue/level-1");
        LedgerRow waited = story.Ledger.First(row => row.Role == "level-1");
        waited.Since.Should().Be(Sample.At("2020-03-16 09:00"), "it waited for a reason; that is no delay (law 6)");
        waited.Planned.Should().Be(Sample.At("2020-03-10 09:00"));
    }

    // 8 October 2020 lies in a long holiday: three rungs fall on 30 September, and the last of them is the newest.
    [Fact]
    public void of_nature_that_puts_rungs_on_one_moment_leaves_the_last_of_them() =>
        new Story(
            Sample.Item(
                "2020-10-08", "2020-09-21 10:00") with
            { Receipt = new("ana", Sample.At("2020-09-21 10:00")) })
        { TellsSilence = true }
            .Told("2020-10-01 00:00").Should().Be(
                """
                09-21 10:00 owner is spared: due/month, before assignment
                09-30 09:00 owner is spared: due/week, superseded by due/day/0 to ana
                09-30 09:00 owner is spared: due/eve, superseded by due/day/0 to ana
                09-30 09:00 owner hears: due/day
                """);
}
