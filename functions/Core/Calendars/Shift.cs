using NodaTime;

namespace FollowUp.Calendars;

/// <summary>
/// How a date came to be the one it is. Where it is not the one that its reader would have expected, it explains itself (law 8):
/// "moved from 1 Oct: National Day (CN); Sun 27 Sep counts as a working day (CN)", "counted over 1 to 8 Oct: National Day (CN)".
/// </summary>
/// <param name="Days">The item's, which <paramref name="To"/> was counted by.</param>
/// <param name="From">Where the count in working days began; null where it was not counted in working days.</param>
/// <param name="Kept">The item's days and its reader's.</param>
/// <param name="On">The day that it became in the end.</param>
public readonly record struct Shift(JointDays Days, LocalDate? From, LocalDate To, JointDays Kept, LocalDate On)
{
    /// <summary>A count over years meets dozens of holidays; the first few tell what happened.</summary>
    private const int PartsMax = 3;

    /// <summary>The day on which it is told, where it may not be told on that one: at its hour the due date is not over yet.</summary>
    public LocalDate? Until { get; init; }

    private LocalDate Start => From ?? To;

    /// <summary>Null where a reader finds nothing to wonder about.</summary>
    public string? Explain()
    {
        JointDays days = Days;
        List<string> parts = [.. First(CountedOver().Select(run => $"counted over {Span(run)}: {DaysOff.Named(days.Calendars, run)}"), "and over further holidays")];
        if (To != On)
        {
            parts.Add($"moved from {Words.Day(To, weekday: false)}: {DaysOff.Named(Kept.Calendars, Between(To, On))}");
        }

        if (Until is { } until)
        {
            parts.Add($"not told before {Words.Day(until, weekday: false)}: at that hour of {Words.Day(On, weekday: false)} it was not overdue yet where it is due");
        }

        parts.AddRange(First(WorkedAfterAll(), "and so do further days"));
        parts.AddRange(Unknown());
        return parts.Count == 0 ? null : string.Join("; ", parts);
    }

    /// <summary>
    /// The days off that the count passed over and that are no ordinary weekend, by runs of days on which nobody worked: every
    /// reader counts around a Saturday, and nobody around a National Day.
    /// </summary>
    private List<List<LocalDate>> CountedOver()
    {
        List<List<LocalDate>> runs = [];
        List<LocalDate>? run = null;
        foreach (LocalDate day in Between(Start, To).Skip(1))
        {
            if (Days.Works(day))
            {
                run = null;
            }
            else if (Days.Calendars.All(calendar => calendar.IsWeekday(day)))
            {
                if (run is null)
                {
                    runs.Add(run = []);
                }

                run.Add(day);
            }
        }

        return runs;
    }

    /// <summary>Weekend days that were counted, or that it became.</summary>
    private IEnumerable<string> WorkedAfterAll()
    {
        (JointDays days, LocalDate on) = (Days, Until ?? On);
        IEnumerable<LocalDate> counted = Start == To ? [] : Between(Start, To).Skip(1).Append(To).Where(days.Works);
        return counted.SelectMany(day => days.Calendars.Select(calendar => calendar.WhyOn(day)))
            .Concat(Kept.Calendars.Select(calendar => calendar.WhyOn(on)))
            .OfType<string>().Distinct();
    }

    private IEnumerable<string> Unknown()
    {
        (JointDays days, LocalDate last) = (Days, LocalDate.Max(LocalDate.Max(To, On), Until ?? On));
        LocalDate furthest = LocalDate.Max(Start, last);
        return Kept.Calendars.Where(calendar => calendar.KnownThrough < (days.Calendars.Contains(calendar) ? furthest : last))
            .Select(calendar => $"{calendar.Id} is not announced beyond {Words.FullDay(calendar.KnownThrough)}: counted by the weekend alone").Distinct();
    }

    /// <summary>From the one to the day before the other, on the way there.</summary>
    private static IEnumerable<LocalDate> Between(LocalDate from, LocalDate to)
    {
        int step = from < to ? 1 : -1;
        for (LocalDate day = from; day != to; day = day.PlusDays(step))
        {
            yield return day;
        }
    }

    private static string Span(List<LocalDate> run) => Words.Days(LocalDate.Min(run[0], run[^1]), LocalDate.Max(run[0], run[^1]));

    private static IEnumerable<string> First(IEnumerable<string> parts, string others)
    {
        List<string> all = [.. parts.Take(PartsMax + 1)];
        return all.Count <= PartsMax ? all : [.. all.Take(PartsMax), others];
    }
}
