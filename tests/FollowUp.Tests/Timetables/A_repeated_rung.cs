using FollowUp.Items;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Tests.Timetables;

/// <summary>Tests <see cref="RunningLadder"/> and <see cref="RungDate"/>.</summary>
public sealed class A_repeated_rung
{
    // Rule 5: each occurrence counts from the first.
    [Fact]
    public void counts_working_days_from_the_first()
    {
        AgreedItem item = Sample.Item("2020-09-25", "2020-01-06 09:00");
        Days(item, "overdue/again").Take(4).Should().Equal("2020-09-27", "2020-10-10", "2020-10-16", "2020-10-23");
    }

    [Fact]
    public void speaks_as_often_after_the_first_as_it_says() =>
        Days(Sample.Item("2020-03-31", "2020-01-06 09:00"), "overdue/again").Should().HaveCount(1 + 12);

    // Never from the one before: 31 January, 29 February, 31 March.
    [Fact]
    public void counts_months_from_the_anchor()
    {
        Plan monthly = Sample.PlanOf(LadderName.Progress, Rung.Repeated("month", "+1mo", "+1mo", 4, Role.Owner));
        AgreedItem item = Sample.Item("2021-12-31", "2020-01-31 10:00", Sample.Shanghai, "DAILY");

        Days(item, "progress/month", monthly, Sample.CastIn(Sample.Shanghai, "DAILY"))
            .Should().Equal("2020-02-29", "2020-03-31", "2020-04-30", "2020-05-31", "2020-06-30");
    }

    [Fact]
    public void counts_months_from_a_first_that_was_counted_in_days()
    {
        Plan monthly = Sample.PlanOf(LadderName.Progress, Rung.Repeated("month", "+30cd", "+1mo", 2, Role.Owner));
        AgreedItem item = Sample.Item("2021-12-31", "2020-01-01 10:00", Sample.Shanghai, "DAILY");

        Days(item, "progress/month", monthly, Sample.CastIn(Sample.Shanghai, "DAILY"))
            .Should().Equal("2020-01-31", "2020-02-29", "2020-03-31");
    }

    [Fact]
    public void before_the_due_date_counts_towards_and_past_it()
    {
        Plan daily = Sample.PlanOf(LadderName.Due, Rung.Repeated("daily", "-2wd", "1wd", 4, Role.Owner));
        AgreedItem item = Sample.Item("2020-03-06", "2020-01-06 09:00");
        Days(item, "due/daily", daily).Should().Equal("2020-03-04", "2020-03-05", "2020-03-06", "2020-03-09", "2020-03-10");
    }

    [Fact]
    public void that_reaches_as_far_as_any_can_does_not_fall_over()
    {
        Plan far = Sample.PlanOf(LadderName.Overdue, Rung.Repeated("far", "+120mo", "+120mo", Rung.TimesMax, Role.Owner));
        Sample.Item("2020-03-06", "2020-01-06 09:00").Lines(plan: far).Should().NotBeEmpty("the timetable is total");
    }

    private static IEnumerable<string> Days(AgreedItem item, string rung, Plan? plan = null, Contacts? cast = null) =>
        item.Lines(cast, plan).Where(entry => $"{entry.Key.Ladder}/{entry.Key.Rung}".Equals(rung, StringComparison.OrdinalIgnoreCase))
            .OrderBy(entry => entry.Key.Occurrence)
            .Select(entry => entry.Planned.InZone(DateTimeZoneProviders.Tzdb[Sample.Shanghai]).Date.ToString("uuuu-MM-dd", null));
}
