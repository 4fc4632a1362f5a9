using FollowUp.Items;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Laws 10 and 11: twice by the default plan, and the date that was agreed is never forgotten.</summary>
public sealed class An_item_extended_as_often_as_it_may_be
{
    [Fact]
    public void is_not_extended_a_third_time()
    {
        Story story = Twice();
        story.Asks("2020-04-10 16:00", "2020-05-08").ToldOf("asks", "2020-04-11 00:00").Should().Be(
            """
            03-06 15:00 Ana asks for 2020-03-27
            03-27 15:00 Ana asks for 2020-04-10
            04-10 16:00 Ana asks for 2020-05-08, and is refused: Item protocol-1 cannot be extended: it was extended 2 times already, and its plan allows 2.
            """);

        (story.Item.OriginalDueOn, story.Item.DueOn, story.Item.Slippage(), story.Item.CountGranted()).Should().Be((Sample.Day("2020-03-06"), Sample.Day("2020-04-10"), 35, 2));
        story.Item.DueChanges.Select(change => (change.From, change.To)).Should().Equal(
            (Sample.Day("2020-03-06"), Sample.Day("2020-03-27")), (Sample.Day("2020-03-27"), Sample.Day("2020-04-10")));
    }

    [Fact]
    public void says_so_in_every_letter_about_it()
    {
        Story story = Twice(tellsLetters: true);
        story.ToldOf("gets", "2020-04-14 12:00").Should().EndWith(
            """
            04-10 09:00 ana gets: Due today: Revised protocol
            04-13 09:00 ana gets: Overdue by 3 days: Revised protocol
            04-14 09:00 dora gets: Overdue by 4 days: Revised protocol
            04-14 09:00 boris gets: Overdue by 4 days: Revised protocol
            """);
        story.LetterTo("dora", "2020-04-14 09:00")
            .Should().Contain("Due on 10 April 2020 (agreed: 6 March 2020; extended 2 times). Owner: Ana. Issuer: Boris.");
    }

    // Whoever asked for less than they needed has still lost a chance; whoever was refused has not.
    [Fact]
    public void was_granted_that_often_and_not_merely_asked_for() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-02 08:00"))
            .Asks("2020-03-03 10:00", "2020-06-30").Refuses("2020-03-03 11:00", "too long", 1)
            .Asks("2020-03-04 10:00", "2020-03-13").Grants("2020-03-04 11:00", 2)
            .Asks("2020-03-13 10:00", "2020-03-20").Grants("2020-03-13 11:00", 3)
            .Asks("2020-03-20 10:00", "2020-03-27").ToldOf("refused", "2020-03-21 00:00").Should().Be(
                "03-20 10:00 Ana asks for 2020-03-27, and is refused: Item protocol-1 cannot be extended: it was extended 2 times already, "
                    + "and its plan allows 2.");

    private static Story Twice(bool tellsLetters = false) =>
        new Story(Doings.Signed("2020-03-06", "2020-03-02 08:00")) { TellsLetters = tellsLetters }
        .Asks("2020-03-06 15:00", "2020-03-27").Grants("2020-03-06 17:00", 1)
        .Asks("2020-03-27 15:00", "2020-04-10").Grants("2020-03-27 17:00", 2);
}
