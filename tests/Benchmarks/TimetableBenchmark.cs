using System.Diagnostics;
using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.People;
using FollowUp.Plans;
using FollowUp.Recipients;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Benchmarks;

/// <summary>
/// The whole timetable of an item with the default plan, on one core. Most items are signed for and due within a year.
/// </summary>
internal static class TimetableBenchmark
{
    /// <summary>The goal, on one core of a small machine.</summary>
    private const double RateMin = 100_000;

    private const int Runs = 3;

    public static void Measure(int count, Report report)
    {
        WorkCalendar china = OfficialCalendars.Find("CN")!;
        JointDays days = new([china]);
        Contacts contacts = new(new[] { "owner", "issuer", "desk", "first", "second", "third" }.ToDictionary(
            id => id, id => new Contact(new Person(id, id, $"{id}@nia.example", "en", "Asia/Shanghai", "CN", []), china)));
        AgreedItem[] items = [.. Enumerable.Range(0, Math.Min(count, 365)).Select(ItemOf)];

        // Unmeasured, until the runtime has compiled for good what a host compiles in its first seconds.
        (_, double lines) = Run(items, count, days, contacts);

        // What else this machine does at the moment is no property of the code.
        double rate = Enumerable.Range(0, Runs).Max(_ => Run(items, count, days, contacts).Rate);

        // A handful says nothing about speed.
        bool isEnough = count < 10_000 || rate >= RateMin;
        report.Add($"timetables of {count} items on one core", rate, "/s", $"{lines:0} lines each; best of {Runs} runs, warm", isEnough);
    }

    private static (double Rate, double Lines) Run(AgreedItem[] items, int count, JointDays days, Contacts contacts)
    {
        long lines = 0;
        long begun = Stopwatch.GetTimestamp();
        for (int n = 0; n < count; n++)
        {
            lines += Timetable.Compute(items[n % items.Length], Plan.Default, days, contacts, [], Instant.MinValue).Count;
        }

        return (count / Stopwatch.GetElapsedTime(begun).TotalSeconds, lines / (double)count);
    }

    private static AgreedItem ItemOf(int n)
    {
        Instant assigned = Instant.FromUtc(2020, 1, 6, 2, 0);
        LocalDate due = new LocalDate(2020, 2, 1).PlusDays(n);
        AgreedItem item = new(
            "minutes", $"item-{n}", "visit", null, new() { En = "Visit" },
            "owner", [], "issuer", null, "desk", ["first", "second", "third"],
            due, due, "Asia/Shanghai", [new("CN", 1)], new("default", 1), [], assigned);
        return n % 4 == 0 ? item : item with { Receipt = new("owner", assigned) };
    }
}
