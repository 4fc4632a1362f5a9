using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Tests.Stories.Rig;
using NodaTime;

namespace FollowUp.Tests.Stories;

/// <summary>Laws 7 and 8: no reminders at midnight, on Sundays or in the holidays.</summary>
public sealed class Nights_and_weekends
{
    // Handed over in the night to a Sunday, never answered, over a year with every holiday in it.
    [Theory]
    [InlineData("CN", "Asia/Shanghai")]
    [InlineData("RU", "Europe/Moscow")]
    public void belong_to_the_reader_whatever_becomes_of_the_item(string calendar, string zone)
    {
        AgreedItem item = Sample.Item("2020-05-02", "2020-01-04 23:50", zone, calendar);
        Story story = new(item, cast: Sample.CastIn(zone, calendar));
        _ = story.Told("2021-01-01 00:00");

        List<ZonedDateTime> heard =
            [.. story.Ledger.Where(row => row.State == NoticeState.Sent).Select(row => row.DecidedAt.InZone(item.Zone))];
        heard.Should().HaveCountGreaterThan(20);
        heard.Should().OnlyContain(at => at.TimeOfDay == new LocalTime(9, 0) && item.DaysOf().Works(at.Date));
    }

    // What people do at night is heard at once by whoever it waits for on that day: an act is no reminder.
    [Fact]
    public void of_those_who_act_are_their_own_choice() =>
        new Story(Doings.Signed("2020-03-06", "2020-03-05 10:00")).Reports("2020-03-05 23:30").SendsBack("2020-03-07 23:30", "not signed")
            .ToldOf("hears", "2020-03-09 12:00").Should().Be(
                """
                03-05 10:00 owner hears: due/eve
                03-05 23:30 issuer hears: confirmation/at-once
                03-07 23:30 owner hears: due/day
                03-09 09:00 owner hears: overdue/again
                03-09 09:00 owner hears: returned/at-once
                """);
}
