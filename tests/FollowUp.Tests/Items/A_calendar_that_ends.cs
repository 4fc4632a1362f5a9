using FollowUp.Items;

namespace FollowUp.Tests.Items;

/// <summary>Law 8: a warning that stays, also for a date that moved beyond what is announced.</summary>
public sealed class A_calendar_that_ends
{
    private const string Warning = "Calendar CN is known through 2026-12-31 only: later days count by the weekend alone.";

    [Theory]
    [InlineData("2026-12-31", false)]
    [InlineData("2027-01-01", true)]
    public void is_warned_of_where_the_due_date_lies_beyond_it(string dueOn, bool warns)
    {
        AgreedItem item = Sample.Item(dueOn, "2026-03-02 09:00");
        item.Warned(item.DaysOf()).Warnings.Should().Equal(warns ? [Warning] : []);
    }

    [Fact]
    public void is_warned_of_once_and_for_good()
    {
        AgreedItem item = Sample.Item("2026-12-01", "2026-03-02 09:00").Reschedule(new("chen"), Sample.At("2026-11-20 10:00"), Sample.Day("2027-02-01"), "put off");
        item = item.Warned(item.DaysOf());
        item = item.Reschedule(new("chen"), Sample.At("2026-11-23 10:00"), Sample.Day("2026-12-15"), "and nearer again");
        item.Warned(item.DaysOf()).Warnings.Should().Equal(Warning);
    }
}
