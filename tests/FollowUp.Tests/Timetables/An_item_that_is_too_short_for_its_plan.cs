using FollowUp.Items;
using FollowUp.Plans;
using FollowUp.Timetables;

namespace FollowUp.Tests.Timetables;

/// <summary>
/// A limit must not swallow an escalation in silence: word is asked for until sixty days before the due date, and nobody is told after that
/// that none came. Tests <see cref="Warnings"/>.
/// </summary>
public sealed class An_item_that_is_too_short_for_its_plan
{
    private static readonly Plan Monthly = new("monthly", new(9, 0), 2,
    [
        new(LadderName.Progress,
            [Rung.Repeated("month", "+1mo", "+1mo", 12, Role.Owner), Rung.Once("level-1", "+3mo", "level-1", Role.Coordinator)]),
    ]);

    // Assigned on 6 January: level 1 would hear on 6 April, a holiday, and so on Friday the 3rd, which is the sixtieth day before 2 June.
    [Theory]
    [InlineData("2020-06-03", false)]
    [InlineData("2020-06-02", true)]
    [InlineData("2020-05-05", true)]
    [InlineData("2020-03-31", false)] // nobody is asked at all, and so nobody fails to answer
    public void is_warned_of(string dueOn, bool isWarned)
    {
        AgreedItem item = Sample.Item(dueOn, "2020-01-06 09:00").Warned(Monthly, Sample.Days("CN"), Sample.Cast());
        item.Warnings.Should().Equal(isWarned
            ? [
                "Plan monthly lets level-1 know when no word comes, but later than word is asked for: that ends 60 days before the due "
                    + "date, and they will not hear.",
            ]
            : Array.Empty<string>());
        item.Lines(plan: Monthly).Any(entry => entry.Role == "level-1" && entry.Key.Ladder == LadderName.Progress)
            .Should().Be(dueOn == "2020-06-03");
    }
}
