using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Timetables;

namespace FollowUp.Tests.Timetables;

/// <summary>Tests <see cref="Anchor"/> and <see cref="RunningLadder"/>.</summary>
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

    // 1 May lay sixty days before the date that was agreed, so nobody was asked; by the new date they would have been.
    [Fact]
    public void does_not_ask_belatedly_for_what_was_too_near_when_its_day_came()
    {
        AgreedItem item = Sample.Item("2020-06-30", "2020-01-01 10:00", Sample.Shanghai, "DAILY")
            .Reschedule(new("chen"), Sample.At("2020-06-10 10:00"), Sample.Day("2020-09-30"), "agreed anew");

        Skips(item).Should().Equal(
            "2020-02-01", "2020-03-01", "2020-04-01", "2020-05-01 the due date was near then", "2020-06-01 the due date was near then",
            "2020-07-01");
    }

    [Fact]
    public void does_not_ask_a_new_owner_for_the_months_of_the_old_one()
    {
        AgreedItem item = Sample.Item("2020-06-30", "2020-01-01 10:00", Sample.Shanghai, "DAILY")
            .HandTo(new("chen"), Sample.At("2020-03-10 10:00"), "gleb", "the desk is closed");

        Skips(item).Should().Equal("2020-02-01 it was handed over since", "2020-03-01 it was handed over since", "2020-04-01");
    }

    // From 1 April it is sixty days to 31 May.
    [Theory]
    [InlineData("2020-05-31", false)]
    [InlineData("2020-06-01", true)]
    public void takes_back_what_lies_in_the_bag_when_the_due_date_comes_near(string dueOn, bool holds)
    {
        AgreedItem item = Sample.Item("2020-06-30", "2020-01-01 10:00", Sample.Shanghai, "DAILY");
        Contacts cast = Sample.CastIn(Sample.Shanghai, "DAILY");
        LedgerRow word = item.Lines(cast).Rung("progress/month", 2).ToRow(Sample.At("2020-04-01 09:00"));
        NoticeValidity.StillApplies(word, item, Plan.Default, cast).Should().BeTrue();

        AgreedItem moved = item.Reschedule(new("chen"), Sample.At("2020-04-01 09:00"), Sample.Day(dueOn), "agreed anew");

        NoticeValidity.StillApplies(word, moved, Plan.Default, cast).Should().Be(holds);
    }

    private static IEnumerable<string> Skips(AgreedItem item) => item.Lines(Sample.CastIn(Sample.Shanghai, "DAILY"))
        .Where(entry => entry.Key.Ladder == LadderName.Progress)
        .Select(entry => $"{item.DayOf(entry.Planned):uuuu-MM-dd} {entry.Skip}".TrimEnd());

    private static IEnumerable<string> Months(AgreedItem item) => item.Lines(Sample.CastIn(Sample.Shanghai, "DAILY"))
        .Where(entry => entry.Key.Ladder == LadderName.Progress)
        .Select(entry => item.DayOf(entry.Planned).ToString("uuuu-MM-dd", null));
}
