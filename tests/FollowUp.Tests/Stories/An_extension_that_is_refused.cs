using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Law 11: the issuer decides, and a date that was not moved passes.</summary>
public sealed class An_extension_that_is_refused
{
    [Fact]
    public void leaves_the_date_and_the_item_runs_late_on_it() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-02 08:00"))
            .Asks("2020-03-03 10:00", "2020-04-30").Refuses("2020-03-04 11:00", "too long")
            .Told("2020-03-11 00:00").Should().Be(
                """
                03-03 10:00 Ana asks for 2020-04-30
                03-03 10:00 issuer hears: extension/at-once
                03-04 11:00 Boris refuses it, too long: due 2020-03-06
                03-04 11:00 owner hears: answered/at-once
                03-05 09:00 owner hears: due/eve
                03-06 09:00 owner hears: due/day
                03-09 09:00 owner hears: overdue/again
                03-10 09:00 level-1 hears: overdue/level-1
                03-10 09:00 issuer hears: overdue/level-1
                """);

    [Fact]
    public void may_be_asked_for_again_and_is_decided_once() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-02 08:00"))
            .Asks("2020-03-03 10:00", "2020-04-30").Refuses("2020-03-04 11:00", "too long")
            .Grants("2020-03-04 12:00", 1)
            .Asks("2020-03-05 10:00", "2020-03-13").Grants("2020-03-05 15:00", 2).Grants("2020-03-05 16:00", 2)
            .ToldOf("boris", "2020-03-06 00:00").Should().Be(
                """
                03-04 11:00 Boris refuses it, too long: due 2020-03-06
                03-04 12:00 Boris grants it: due 2020-03-06, and is refused: Item protocol-1 cannot be decided on anew: extension 1 was refused by boris at 2020-03-04T03:00:00Z.
                03-05 15:00 Boris grants it: due 2020-03-13, originally 2020-03-06 (7 days later), extended 1 time
                03-05 16:00 Boris grants it: due 2020-03-13, originally 2020-03-06 (7 days later), extended 1 time, which changes nothing
                """);
}
