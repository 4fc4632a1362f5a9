using FollowUp.Items;
using FollowUp.Plans;

namespace FollowUp.Tests.Following;

public sealed class The_progress_ladder
{
    // Due 30 June: the 60th day before is 1 May. Word is asked for on days that lie more than 60 days ahead, so not on 1 May.
    [Fact]
    public void falls_silent_sixty_days_before_the_due_date()
    {
        AgreedItem item = Sample.Item("2020-06-30", "2020-01-01 10:00", Sample.Shanghai, "DAILY");
        Months(item).Should().Equal("2020-02-01", "2020-03-01", "2020-04-01");
        Months(item with { DueOn = Sample.Day("2020-07-01") }).Should().Equal("2020-02-01", "2020-03-01", "2020-04-01", "2020-05-01");
    }

    [Fact]
    public void has_nothing_to_say_about_what_is_due_soon() =>
        Months(Sample.Item("2020-03-31", "2020-01-06 09:00", Sample.Shanghai, "DAILY")).Should().BeEmpty();

    [Fact]
    public void asks_only_while_nobody_reports_it_done()
    {
        AgreedItem item = Sample.Item("2020-12-31", "2020-01-06 09:00", Sample.Shanghai, "DAILY")
            .Report(new("ana"), Sample.At("2020-01-10 09:00"), new("link", "https://nia.example/1", null));
        Months(item).Should().BeEmpty();
    }

    private static IEnumerable<string> Months(AgreedItem item) => item.Lines(Sample.CastIn(Sample.Shanghai, "DAILY"))
        .Where(line => line.Key.Ladder == LadderName.Progress)
        .Select(line => item.DayOf(line.Planned).ToString("uuuu-MM-dd", null));
}
