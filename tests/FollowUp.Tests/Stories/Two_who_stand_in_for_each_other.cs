using FollowUp.People;
using FollowUp.Recipients;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Law 15: a loop is caught, and the next level hears in their place; elsewhere A → B → A is lost.</summary>
public sealed class Two_who_stand_in_for_each_other
{
    [Fact]
    public void are_both_passed_over_for_the_next_level_with_the_trace()
    {
        Story story = new(
            Doings.Signed("2020-03-04", "2020-03-02 10:00"), cast: Cast(Away("ana", "gleb"), Away("gleb", "ana")))
        { TellsNames = true };
        story.Told("2020-03-07 00:00").Should().Be(
            """
            03-03 09:00 dora hears: due/eve (ana absent → gleb absent → dora)
            03-04 09:00 dora hears: due/day (ana absent → gleb absent → dora)
            03-05 09:00 dora hears: overdue/again (ana absent → gleb absent → dora)
            03-06 09:00 dora hears: overdue/level-1
            03-06 09:00 boris hears: overdue/level-1
            """);
        story.Item.ToldLate.Should().Equal("dora", "boris");
    }

    [Fact]
    public void and_whose_level_is_away_too_are_passed_over_for_the_one_above_it() =>
        new Story(Doings.Signed("2020-03-04", "2020-03-02 10:00"),
            cast: Cast(Away("ana", "gleb"), Away("gleb", "ana"), Away("dora", "ana")))
        { TellsNames = true }
            .Told("2020-03-04 00:00").Should().Be("03-03 09:00 egor hears: due/eve (ana absent → gleb absent → dora absent → egor)");

    // Nobody at all is at work: the letters wait in the mailboxes that they were meant for, and nothing is lost.
    [Fact]
    public void as_everybody_does_find_their_letters_when_they_are_back() =>
        new Story(Doings.Signed("2020-03-04", "2020-03-02 10:00"),
            cast: Cast([.. new[] { "ana", "gleb", "dora", "egor", "fang" }.Select(id => Away(id, null))]))
        { TellsNames = true }
            .Told("2020-03-04 00:00")
            .Should().Be("03-03 09:00 ana hears: due/eve (ana absent → dora absent → egor absent → fang absent → ana)");

    private static Contacts Cast(params Person[] people) => Sample.Cast(people);

    private static Person Away(string id, string? substitute) =>
        Sample.Person(id, absences: new Absence(Sample.Day("2020-03-01"), Sample.Day("2020-03-31"), substitute));
}
