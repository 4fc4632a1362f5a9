using FollowUp.Plans;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>
/// Law 7: in Berlin the clocks went from 02:00 to 03:00 on 29 March 2020, and from 03:00 back to 02:00 on 25 October. This plan speaks at
/// 02:30.
/// </summary>
public sealed class A_night_when_the_clocks_change
{
    private const string Berlin = "Europe/Berlin";

    private static readonly Plan Nightly =
        Sample.PlanOf(LadderName.Due, Rung.Repeated("daily", "-2cd", "+1cd", 3, Role.Owner), hour: "02:30");

    [Fact]
    public void in_spring_moves_what_has_no_half_past_two_on_by_the_gap()
    {
        Story story = Due("2020-03-29");
        story.Told("2020-03-31 00:00").Should().Be(
            """
            03-27 02:30 owner hears: due/daily
            03-28 02:30 owner hears: due/daily 1
            03-29 03:30 owner hears: due/daily 2
            03-30 02:30 owner hears: due/daily 3
            """);
    }

    [Fact]
    public void in_autumn_takes_the_first_of_two_half_past_twos_and_not_both()
    {
        Story story = Due("2020-10-25");
        story.Told("2020-10-27 00:00").Should().Be(
            """
            10-23 02:30 owner hears: due/daily
            10-24 02:30 owner hears: due/daily 1
            10-25 02:30 owner hears: due/daily 2
            10-26 02:30 owner hears: due/daily 3
            """);
        story.Ledger.Single(row => row.Key.Occurrence == 2).DecidedAt.Should().Be(Sample.Utc("2020-10-25T00:30:00Z"));
    }

    // Half a century of habits say that midnight exists. In Beirut it did not on 29 March 2020.
    [Fact]
    public void that_has_no_midnight_makes_an_item_late_at_its_first_instant() =>
        new Story(Sample.Item("2020-03-28", "2020-03-27 08:00", "Asia/Beirut", "DAILY"), Nightly,
            Sample.CastIn("Asia/Beirut", "DAILY"))
        { TellsSlips = true }
            .ToldOf("slip", "2020-03-29 12:00").Should().Be(
                """
                03-27 08:00 the slip is blue
                03-29 01:00 the slip is red
                """);

    private static Story Due(string day) =>
        new(Sample.Item(day, day.Replace("-29", "-20", StringComparison.Ordinal).Replace("-25", "-20", StringComparison.Ordinal) + " 08:00",
            Berlin, "DAILY"), Nightly, Sample.CastIn(Berlin, "DAILY"));
}
