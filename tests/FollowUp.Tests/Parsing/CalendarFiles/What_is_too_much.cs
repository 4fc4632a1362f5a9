using System.Diagnostics;
using FollowUp.Parsing.CalendarFiles;
using FollowUp.Tests.Parsing.CalendarFiles.Rig;

namespace FollowUp.Tests.Parsing.CalendarFiles;

/// <summary>
/// Files that are larger than any calendar are refused, and soon. Tests <see cref="CalendarFileParser"/> and <see cref="DayCollector"/>.
/// </summary>
public sealed class What_is_too_much
{
    public static TheoryData<string, string> Files => new()
    {
        { Ics.Of([.. Enumerable.Range(0, 100_000).Select(n => $"UID:{n}\nDTSTART;VALUE=DATE:20240610\nSUMMARY:x")]),
            "/events: has 100000 entries; 1 to 5000 are taken" },
        { Ics.Of([.. Enumerable.Range(0, 5_000).Select(n => $"UID:{n}\nDTSTART;VALUE=DATE:16000610\nSUMMARY:x\nRRULE:FREQ=DAILY")]),
            "/events/0: makes more than 5000 days up to 2024-12-31 (event 0)" },
        { Ics.Of(
            [
                .. Enumerable.Range(0, 5_000)
                    .Select(n => $"UID:{n}\nDTSTART;VALUE=DATE:20240610\nSUMMARY:x\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
            ]), "/events/99: comes round by a rule that cannot be followed: it names no day*" },
        { Ics.Of(
            [
                .. Enumerable.Range(0, 5_000)
                    .Select(n => $"UID:a\nRECURRENCE-ID;VALUE=DATE:20240610\nDTSTART;VALUE=DATE:20240610\nSUMMARY:{n}"),
            ]), "/events/99: changes one day of another event*" },
        { Ics.Of([.. Enumerable.Range(0, 5_000).Select(n => $"UID:a\nDTSTART;VALUE=DATE:20240610\nSUMMARY:{n}")]),
            "/events/99: has the UID and the SEQUENCE of /events/0*" },
        { Ics.Of(
            $"UID:a\nSUMMARY:x\nDTSTART;VALUE=DATE:20240610\nRDATE;VALUE=DATE:{string.Join(',', Enumerable.Repeat("20240611", 200_000))}"
                + $",20260101"), "/events/0: reaches beyond knownThrough*" },
        { Ics.Of("UID:a\nSUMMARY:x\nDTSTART;VALUE=DATE:20240610\nDURATION:P99999W"), "/events/0: makes more than 5000 days*" },
        { Ics.Of("UID:a\nSUMMARY:x\nDTSTART;VALUE=DATE:20240610\nDURATION:P999999999D"),
            "/events/0: has in its DURATION, line 8, no length*" },
        { $"BEGIN:VCALENDAR\n{string.Concat(Enumerable.Repeat("BEGIN:X\n", 200_000))}",
            ": begins a X in line 9 inside of 8 others that have not ended" },
    };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void is_refused(string file, string fault)
    {
        long begun = Stopwatch.GetTimestamp();
        Ics.Read(file).Faults.Should().ContainMatch(fault);
        Stopwatch.GetElapsedTime(begun).Should().BeLessThan(TimeSpan.FromSeconds(20), "a caller waits for it");
    }

    [Fact]
    public void are_words_that_nobody_could_mean() =>
        Ics.Read(Ics.Of(Ics.Event("a", "")), working: string.Join(',', Enumerable.Range(0, 4_000))).Faults
            .Should().Equal("/working: has more than 50 words");
}
