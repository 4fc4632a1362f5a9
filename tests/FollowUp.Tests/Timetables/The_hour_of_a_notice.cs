using FollowUp.Items;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Timetables;
using NodaTime;
using NodaTime.TimeZones;

namespace FollowUp.Tests.Timetables;

/// <summary>
/// Law 7: a local time that does not exist moves forward by the gap; one that exists twice means the earlier. Tests
/// <see cref="ScheduledTime"/> and <see cref="Contact"/>.
/// </summary>
public sealed class The_hour_of_a_notice
{
    [Theory]
    [InlineData("Asia/Shanghai", "2020-03-29", "09:00", "2020-03-29T01:00:00Z")]
    [InlineData("Europe/Moscow", "2020-03-29", "09:00", "2020-03-29T06:00:00Z")]
    [InlineData("Europe/Berlin", "2020-03-28", "02:30", "2020-03-28T01:30:00Z")]       // winter time
    [InlineData("Europe/Berlin", "2020-03-29", "02:30", "2020-03-29T01:30:00Z")]       // skipped: 03:30 summer time
    [InlineData("Europe/Berlin", "2020-10-25", "02:30", "2020-10-25T00:30:00Z")]       // twice: the summer one
    [InlineData("Europe/Berlin", "2020-10-25", "03:00", "2020-10-25T02:00:00Z")]       // once again
    [InlineData("America/St_Johns", "2020-03-08", "02:30", "2020-03-08T06:00:00Z")]    // skipped: 03:30 at −02:30
    [InlineData("America/St_Johns", "2020-11-01", "01:30", "2020-11-01T04:00:00Z")]    // twice: the one at −02:30
    [InlineData("Australia/Lord_Howe", "2020-10-04", "02:15", "2020-10-03T15:45:00Z")] // half an hour skipped: 02:45 at +11
    [InlineData("Australia/Lord_Howe", "2020-04-05", "01:45", "2020-04-04T14:45:00Z")] // half an hour twice: the one at +11
    [InlineData("Pacific/Apia", "2011-12-30", "09:00", "2011-12-30T19:00:00Z")]        // the whole day skipped: the 31st at +14
    [InlineData("Asia/Kathmandu", "2020-06-01", "09:00", "2020-06-01T03:15:00Z")]
    public void is_the_wall_clock_of_the_recipient(string zone, string day, string hour, string at)
    {
        AgreedItem item = Sample.Item(day, "2010-01-06 09:00", Sample.Shanghai, "DAILY");
        Plan plan = Sample.PlanOf(LadderName.Due, Rung.Once("day", "0", Role.Owner), hour);

        item.Lines(Sample.CastIn(zone, "DAILY"), plan).Rung("due/day").Planned.Should().Be(Sample.Utc(at));
    }

    [Fact]
    public void is_found_around_every_change_of_clocks_in_every_zone()
    {
        int looks = 0;
        foreach (DateTimeZone zone in DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id]))
        {
            Contact contact = new(Sample.Person("reader", zone.Id), Sample.Daily);
            foreach (ZoneInterval after in zone.GetZoneIntervals(
                Sample.Utc("2005-01-01T00:00:00Z"), Sample.Utc("2035-01-01T00:00:00Z")).Skip(1))
            {
                for (int hours = -48; hours <= 48; hours += 3, looks++)
                {
                    LocalDateTime local = after.IsoLocalStart.PlusHours(hours).PlusMinutes(-30);
                    contact.ToInstant(local).Should().Be(local.InZoneLeniently(zone).ToInstant(), "it is {0} in {1}", local, zone.Id);
                }
            }
        }

        looks.Should().BeGreaterThan(100_000);
    }
}
