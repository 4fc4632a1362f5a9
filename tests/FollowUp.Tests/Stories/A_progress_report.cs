using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Law 12: interim word never closes an item, however final it sounds.</summary>
public sealed class A_progress_report
{
    [Fact]
    public void stops_nobody_from_asking() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-04 08:00")) { TellsSlips = true }
            .TellsHowFar("2020-03-05 10:00", "it is done").TellsHowFar("2020-03-09 10:00", "it is really done", who: "gleb")
            .Confirms("2020-03-09 11:00")
            .Told("2020-03-11 00:00").Should().Be(
                """
                03-04 08:00 the slip is blue
                03-05 09:00 owner hears: due/eve
                03-05 10:00 Ana says: it is done
                03-06 09:00 owner hears: due/day
                03-07 00:00 the slip is red
                03-09 09:00 owner hears: overdue/again
                03-09 10:00 Gleb says: it is really done
                03-09 11:00 Boris confirms, and is refused: Item protocol-1 cannot be confirmed: nobody has reported its completion.
                03-10 09:00 level-1 hears: overdue/level-1
                03-10 09:00 issuer hears: overdue/level-1
                """);

    [Fact]
    public void is_asked_for_every_month_while_the_date_is_far() =>
        new Story(Doings.Signed("2020-08-31", "2020-01-31 10:00")) { TellsShifts = true }
            .TellsHowFar("2020-03-31 10:00", "half of it").Told("2020-08-05 00:00").Should().Be(
                """
                02-28 09:00 owner hears: progress/month, moved from 29 Feb: Saturday (CN)
                03-16 09:00 coordinator hears: silence/watch
                03-31 09:00 owner hears: progress/month 1
                03-31 10:00 Ana says: half of it
                04-30 09:00 owner hears: progress/month 2
                05-15 09:00 coordinator hears: silence/watch
                05-29 09:00 owner hears: progress/month 3, moved from 31 May: weekend (CN)
                06-29 09:00 coordinator hears: silence/watch 1
                06-30 09:00 owner hears: progress/month 4
                07-31 09:00 owner hears: due/month, moved from 1 Aug: Saturday (CN)
                """);
}
