using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Laws 10 and 11: the due date itself is in time, and a request does not stop the clock. Due on Friday, 6 March 2020.</summary>
public sealed class An_extension_asked_for_on_the_last_day
{
    [Fact]
    public void is_in_time_and_the_clock_runs_on_until_it_is_granted() =>
        Late().Asks("2020-03-06 23:59", "2020-03-20").Grants("2020-03-11 10:00").Told("2020-03-25 00:00").Should().Be(
            """
            03-04 08:00 the slip is blue
            03-05 09:00 owner hears: due/eve
            03-06 09:00 owner hears: due/day
            03-06 23:59 Ana asks for 2020-03-20
            03-06 23:59 issuer hears: extension/at-once
            03-07 00:00 the slip is red
            03-09 09:00 owner hears: overdue/again
            03-10 09:00 level-1 hears: overdue/level-1
            03-10 09:00 issuer hears: overdue/level-1
            03-10 09:00 issuer hears: extension/again
            03-11 09:00 coordinator hears: extension/watch
            03-11 10:00 Boris grants it: due 2020-03-20, originally 2020-03-06 (14 days later), extended 1 time
            03-11 10:00 the slip is blue
            03-11 10:00 owner hears: answered/at-once
            03-13 09:00 owner hears: due/week
            03-19 09:00 owner hears: due/eve
            03-20 09:00 owner hears: due/day
            03-21 00:00 the slip is red
            03-23 09:00 owner hears: overdue/again
            03-24 09:00 level-1 hears: overdue/level-1
            03-24 09:00 issuer hears: overdue/level-1
            """);

    [Fact]
    public void is_refused_a_minute_later() =>
        Late().Asks("2020-03-07 00:00", "2020-03-20").ToldOf("asks", "2020-03-08 00:00").Should().Be(
            "03-07 00:00 Ana asks for 2020-03-20, and is refused: Item protocol-1 cannot be extended: its due date, 2020-03-06, has "
                + "passed; the coordinator may reschedule it.");

    private static Story Late() => new(Doings.Signed("2020-03-06", "2020-03-04 08:00")) { TellsSlips = true };
}
