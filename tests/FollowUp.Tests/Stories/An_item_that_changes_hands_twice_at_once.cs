using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Law 15: whoever lost it learns so, once, however quickly it went on from there.</summary>
public sealed class An_item_that_changes_hands_twice_at_once
{
    // The coordinator takes the wrong name, and the right one a moment later.
    [Fact]
    public void within_the_minute_of_the_letter_tells_its_first_owner_where_it_went() =>
        Given().HandsTo("2020-03-10 10:00", "hana").HandsTo("2020-03-10 10:01", "gleb").ToldOf("hand", "2020-03-11 00:00").Should().Be(
            """
            03-10 10:00 Chen hands it to Hana
            03-10 10:00 ana gets: Handed over to Gleb: Revised protocol
            03-10 10:01 Chen hands it to Gleb
            03-10 10:01 gleb gets: Handed to you – please sign for it: Revised protocol
            03-10 10:01 hana gets: Handed over to Gleb: Revised protocol
            """);

    // Or on a weekend, when nobody is told of the first.
    [Fact]
    public void over_a_weekend_tells_both_on_Monday() =>
        Given().HandsTo("2020-03-07 10:00", "hana").HandsTo("2020-03-08 10:00", "gleb").ToldOf("hand", "2020-03-09 12:00").Should().Be(
            """
            03-07 10:00 Chen hands it to Hana
            03-08 10:00 Chen hands it to Gleb
            03-09 09:00 gleb gets: Handed to you – please sign for it: Revised protocol
            03-09 09:00 ana gets: Handed over to Gleb: Revised protocol
            03-09 09:00 hana gets: Handed over to Gleb: Revised protocol
            """);

    [Fact]
    public void and_later_a_third_time_tells_nobody_twice() =>
        Given().HandsTo("2020-03-10 10:00", "hana").HandsTo("2020-04-14 10:00", "gleb").HandsTo("2020-05-12 10:00", "ana")
            .HandsTo("2020-05-13 10:00", "hana")
            .ToldOf("handed over", "2020-05-14 00:00").Should().Be(
                """
                03-10 10:00 ana gets: Handed over to Hana: Revised protocol
                04-14 10:00 hana gets: Handed over to Gleb: Revised protocol
                05-12 10:00 gleb gets: Handed over to Ana: Revised protocol
                05-13 10:00 ana gets: Handed over to Hana: Revised protocol
                """);

    private static Story Given() =>
        new(Doings.Signed("2020-08-31", "2020-03-02 08:00") with { Supporting = [] },
            cast: Sample.Cast(Sample.Person("hana")))
        { TellsLetters = true };
}
