using FollowUp.People;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>
/// Law 15: nobody hears of their own lateness by standing in; the next one above does, and the trace says why. Due on Friday, 6 March 2020.
/// </summary>
public sealed class An_owner_who_stands_in_for_a_level
{
    [Fact]
    public void is_passed_over_for_the_next_level() =>
        Told(Away("dora", "ana")).Should().Be(
            """
            03-05 09:00 ana hears: due/eve
            03-06 09:00 ana hears: due/day
            03-09 09:00 ana hears: overdue/again
            03-10 09:00 egor hears: overdue/level-1 (dora absent → ana owns it → egor)
            03-10 09:00 boris hears: overdue/level-1
            """);

    [Fact]
    public void is_passed_over_at_the_end_of_a_row_of_substitutes_too() =>
        Told(Away("dora", "hana"), Away("hana", "ana"), Sample.Person("hana"))
            .Should().Contain("03-10 09:00 egor hears: overdue/level-1 (dora absent → hana absent → ana owns it → egor)");

    [Fact]
    public void is_passed_over_for_the_coordinator_at_the_end_of_the_chain() =>
        Told(Away("dora", "ana"), Away("egor", "ana"), Away("fang", null)).Should()
            .Contain("03-10 09:00 chen hears: overdue/level-1 (dora absent → ana owns it → egor absent → fang absent → chen)");

    // Of those who are at work only Boris, who gave the task, is not the owner.
    [Fact]
    public void is_passed_over_for_the_issuer_where_the_coordinator_is_the_owner() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-05 08:00") with { Coordinator = "ana", Chain = ["dora"] },
            cast: Sample.Cast(Away("dora", "ana")))
        { TellsNames = true }
            .ToldOf("level-1", "2020-03-11 00:00").Should().Be(
                """
                03-10 09:00 boris hears: overdue/level-1 (dora absent → ana owns it → boris)
                03-10 09:00 boris hears: overdue/level-1
                """);

    // With nobody else left the letter waits in the mailbox that it was meant for: it is written down, and it is not Ana's.
    [Fact]
    public void is_passed_over_though_nobody_else_is_left() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-05 08:00") with { Coordinator = "ana", Chain = ["dora"] },
            cast: Sample.Cast(Away("dora", "ana"), Away("boris", "ana")))
        { TellsNames = true }
            .ToldOf("level-1", "2020-03-11 00:00").Should().Be(
                """
                03-10 09:00 dora hears: overdue/level-1 (dora absent → ana owns it → boris absent → dora)
                03-10 09:00 boris hears: overdue/level-1 (boris absent → ana owns it → dora absent → boris)
                """);

    [Fact]
    public void still_hears_as_their_substitute_what_judges_nobody() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-05 08:00"), cast: Sample.Cast(Away("chen", "ana"))) { TellsNames = true }
            .Reports("2020-03-06 10:00").Confirms("2020-03-06 11:00").ToldOf("closing").Should().Be(
                """
                03-06 11:00 ana hears: closing/done
                03-06 11:00 ana hears: closing/done (chen absent → ana)
                03-06 11:00 boris hears: closing/done
                """);

    private static string Told(params Person[] people) =>
        new Story(Doings.Signed("2020-03-06", "2020-03-05 08:00"), cast: Sample.Cast(people)) { TellsNames = true }.Told(
            "2020-03-11 00:00");

    private static Person Away(string id, string? substitute) =>
        Sample.Person(id, absences: new Absence(Sample.Day("2020-03-01"), Sample.Day("2020-03-31"), substitute));
}
