using FollowUp.Items;
using FollowUp.Recipients;
using FollowUp.Tests.Stories.Rig;

namespace FollowUp.Tests.Stories;

/// <summary>Law 7: nobody is told "overdue" before it is, where the item is due. Due on Thursday, 5 March 2020, in Kaliningrad.</summary>
public sealed class A_reader_whose_morning_comes_before_the_due_date_is_over
{
    private const string Kaliningrad = "Europe/Kaliningrad";
    private static readonly Contacts Cast = Sample.Cast(Sample.Person("ana", "Asia/Kamchatka", "PLAIN"));

    // Friday's nine o'clock in Kamchatka is eleven in the evening of Thursday in Kaliningrad; the next morning of theirs is Monday's.
    [Fact]
    public void hears_on_the_next_of_their_own()
    {
        Story story = new(Item, cast: Cast) { TellsLetters = true };
        story.ToldOf("ana gets", "2020-03-10 00:00").Should().Be(
            """
            03-03 23:00 ana gets: Due in 2 days, on 5 March 2020: Revised protocol
            03-04 23:00 ana gets: Due in 1 day, on 5 March 2020: Revised protocol
            03-08 23:00 ana gets: Overdue by 3 days: Revised protocol
            """);
        story.LetterTo("ana", "2020-03-08 23:00")
            .Should().Contain("not told before 9 Mar: at that hour of 6 Mar it was not overdue yet where it is due");
    }

    [Fact]
    public void finds_it_in_the_timetable_from_the_beginning() =>
        Item.Lines(Cast).Rung("overdue/again").Planned.Should().Be(Sample.At("2020-03-09 09:00", "Asia/Kamchatka"));

    private static AgreedItem Item => Sample.Item("2020-03-05", "2020-03-02 10:00", Kaliningrad, "PLAIN") is var item
        ? item with { Receipt = new("ana", item.AssignedAt!.Value) }
        : null!;
}
