using System.Text.Json;
using FollowUp.Tests.Delivery.Rig;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Tests.Values;

/// <summary>Tests <see cref="TimeZones"/>.</summary>
public sealed class A_time_zone
{
    public static TheoryData<string> OfWindows => [.. NodaTime.TimeZones.TzdbDateTimeZoneSource.Default.WindowsToTzdbIds.Keys];

    [Fact]
    public void that_is_taken_can_be_used_wherever_hours_are_counted()
    {
        foreach (string id in DateTimeZoneProviders.Tzdb.Ids)
        {
            TimeZones.Fault(id).Should().BeNull();
            TimeZones.Find(id).Should().Be(TimeZones.Get(id));
            foreach (LocalDate day in new LocalDate[] { new(Day.YearMin, 1, 1), new(2020, 3, 29), new(2020, 10, 25), new(Day.YearMax, 12, 31) })
            {
                day.At(new(9, 0)).InZoneLeniently(TimeZones.Get(id)).ToInstant().InZone(TimeZones.Get(id)).Date.Should().Be(day);
            }
        }
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("GMT")]
    [InlineData("Etc/GMT+5")]
    [InlineData("Asia/Calcutta")]
    [InlineData("Asia/Beijing", "must be a time zone of the IANA database, like Asia/Shanghai")]
    [InlineData("UTC+08", "must be a time zone of the IANA database, like Asia/Shanghai")]
    [InlineData("UTC+08:00", "must be a time zone of the IANA database, like Asia/Shanghai")]
    [InlineData("asia/shanghai", "* (asia/shanghai is written Asia/Shanghai there)")]
    [InlineData("Russian Standard Time", "* (Russian Standard Time is written Europe/Moscow there)")]
    [InlineData("Asia/Shanghai ", "must be *")]
    public void is_known_by_its_name(string id, string? fault = null)
    {
        if (fault is null)
        {
            TimeZones.Fault(id).Should().BeNull();
        }
        else
        {
            TimeZones.Fault(id).Should().Match(fault);
        }
    }

    /// <summary>"UTC" is the same there and here.</summary>
    [Theory]
    [MemberData(nameof(OfWindows))]
    public void of_Windows_is_told_what_it_is_called_here(string id)
    {
        if (TimeZones.Fault(id) is { } fault)
        {
            string meant = fault.Split(" is written ")[1].Split(' ')[0];
            TimeZones.Fault(meant).Should().BeNull();
        }
        else
        {
            id.Should().Be("UTC");
        }
    }

    /// <summary>Earlier versions took them.</summary>
    [Fact]
    public void that_a_store_holds_can_be_used_though_it_is_refused_today() => TimeZones.Get("UTC+08").MinOffset.Should().Be(Offset.FromHours(8));

    /// <summary>Where the board shows its hours.</summary>
    [Fact]
    public async Task that_is_taken_is_known_to_browsers()
    {
        const string script =
            "for (const zone of JSON.parse(require('fs').readFileSync(0, 'utf8'))) new Intl.DateTimeFormat('en', { timeZone: zone "
                + "}).format(0); console.log('all');";
        (await MailReaders.Run("node", ["--eval", script], [JsonSerializer.Serialize(DateTimeZoneProviders.Tzdb.Ids)],
            TestContext.Current.CancellationToken)).Should().Equal("all");
    }
}
