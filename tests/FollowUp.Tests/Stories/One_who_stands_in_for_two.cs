using FollowUp.People;
using FollowUp.Recipients;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Laws 14 to 16: Hana stands in for the first level and for the issuer, and is still one reader.</summary>
public sealed class One_who_stands_in_for_two
{
    [Fact]
    public void gets_one_letter_with_the_words_for_both()
    {
        Story story = new(Doings.Signed("2020-03-06", "2020-03-04 08:00"), cast: Cast("dora", "boris")) { TellsLetters = true };
        story.ToldOf("hana", "2020-03-11 00:00").Should().Be("03-10 09:00 hana gets: Overdue by 4 days: Revised protocol");
        story.LetterTo("hana", "2020-03-10 09:00")
            .Should().Contain("You receive it in place of Dora, the first level above the owner: Dora is absent.")
            .And.Contain("You receive it in place of Boris, its issuer: Boris is absent.");
    }

    [Fact]
    public void is_told_once_that_it_is_done()
    {
        Story story = new Story(Doings.Signed("2020-03-06", "2020-03-04 08:00"),
            cast: Cast("ana", "dora", "boris"))
        { TellsLetters = true }.Withdraws("2020-03-10 08:00");
        story.ToldOf("withdraw").Should().Be(
            """
            03-10 08:00 Chen withdraws it
            03-10 09:00 hana gets: Withdrawn by Chen: Revised protocol
            03-10 09:00 chen gets: Withdrawn by you: for your file: Revised protocol
            04-01 09:00 ana gets: While you were away: withdrawn: Revised protocol
            04-01 09:00 boris gets: While you were away: withdrawn: Revised protocol
            """);
    }

    // Whoever does the owner's work does not hear in the place of others that it is late: Egor does, for both of them.
    [Fact]
    public void and_for_the_owner_as_well_is_passed_over_by_what_would_judge_them()
    {
        Story story = new(Doings.Signed("2020-03-06", "2020-03-04 08:00"), cast: Cast("ana", "dora", "boris")) { TellsLetters = true };
        story.Told("2020-03-11 00:00").Should().Be(
            """
            03-05 09:00 hana gets: Due in 1 day, on 6 March 2020: Revised protocol
            03-06 09:00 hana gets: Due today: Revised protocol
            03-09 09:00 hana gets: Overdue by 3 days: Revised protocol
            03-10 09:00 egor gets: Overdue by 4 days: Revised protocol
            """);
        story.LetterTo("egor", "2020-03-10 09:00").Should()
            .Contain("You receive it in place of Dora, the first level above the owner: Dora is absent, Hana stands in for Ana.")
            .And.Contain("You receive it in place of Boris, its issuer: Boris is absent, Hana stands in for Ana, Dora is absent.");
    }

    private static Contacts Cast(params string[] away) => Sample.Cast([.. away.Select(id =>
        Sample.Person(id, absences: new Absence(Sample.Day("2020-03-01"), Sample.Day("2020-03-31"), "hana"))), Sample.Person("hana")]);
}
