using FollowUp.People;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>
/// Laws 12 and 15: what the issuer is asked goes on to somebody who did not do it themselves. Boris is away for all of March.
/// </summary>
public sealed class An_issuer_whose_substitute_is_the_owner
{
    [Fact]
    public void is_stood_in_for_by_the_first_level_when_asked_to_confirm() =>
        Story(Away("boris", "ana")).Reports("2020-03-05 10:00").ToldOf("confirmation", "2020-03-13 00:00").Should().Be(
            """
            03-05 10:00 dora hears: confirmation/at-once (boris absent → ana owns it → dora)
            03-12 09:00 dora hears: confirmation/again (boris absent → ana owns it → dora)
            """);

    [Fact]
    public void is_stood_in_for_by_the_first_level_when_asked_for_an_extension() =>
        Story(Away("boris", "ana")).Asks("2020-03-05 10:00", "2020-03-20").ToldOf("extension/at-once", "2020-03-06 00:00").Should().Be(
            "03-05 10:00 dora hears: extension/at-once (boris absent → ana owns it → dora)");

    // Ana is away as well, and Hana does her work: she is judged by it no less.
    [Fact]
    public void is_not_stood_in_for_by_who_stands_in_for_the_owner() =>
        Story(Away("boris", "hana"), Away("ana", "hana"), Sample.Person("hana")).Reports("2020-03-05 10:00", "ana")
            .ToldOf("confirmation", "2020-03-06 00:00").Should().Be(
            "03-05 10:00 dora hears: confirmation/at-once (boris absent → hana stands in for ana → dora)");

    // Ana was back when it was to be answered; it was Hana who had reported and asked.
    [Theory]
    [InlineData("confirmation", "reported it")]
    [InlineData("extension", "asked for it")]
    public void is_not_stood_in_for_by_who_said_it_for_the_owner(string ladder, string why)
    {
        Story story = Story(Away("boris", "hana"), Sample.Person("hana")).On("2020-03-05 10:00", "Hana speaks for Ana", (item, now) =>
            ladder == "extension"
                ? FollowUp.Items.Extending.AskForExtension(
                    item, new("hana", [new("owner", "ana", "hana")]), now, Sample.Day("2020-03-20"), "more time", 2)
                : Sample.Report(item, new("hana", [new("owner", "ana", "hana")]), now, Doings.Letter));
        story.ToldOf(ladder, "2020-03-06 00:00")
            .Should().Be($"03-05 10:00 dora hears: {ladder}/at-once (boris absent → hana {why} → dora)");
    }

    // Nobody above hears in another's place that they themselves do not answer.
    [Fact]
    public void is_passed_over_when_a_level_is_told_that_nobody_confirms() =>
        Story(Away("dora", "boris")).Reports("2020-03-05 10:00").ToldOf("confirmation/level-1", "2020-03-31 00:00").Should().Be(
            "03-19 09:00 egor hears: confirmation/level-1 (dora absent → boris was asked → egor)");

    private static Story Story(params Person[] people)
    {
        IEnumerable<Person> present = people.Any(person => person.Id == "dora") ? [] : [Sample.Person("dora")];
        return new(Doings.Signed("2020-03-06", "2020-03-04 08:00"), cast: Sample.Cast([.. people, .. present])) { TellsNames = true };
    }

    private static Person Away(string id, string substitute) => id == "boris" || id == "ana" || id == "dora"
        ? Sample.Person(id, absences: new Absence(Sample.Day("2020-03-01"), Sample.Day("2020-03-31"), substitute))
        : throw new ArgumentOutOfRangeException(nameof(id));
}
