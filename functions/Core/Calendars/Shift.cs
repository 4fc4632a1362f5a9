using FollowUp.Phrases;
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
    public string? Explain() =>
        Parts() is { Count: > 0 } parts ? string.Join(ShiftPhrases.Between, parts.Select(ShiftPhrases.Vocabulary.Say)) : null;

    /// <summary>The same as data: what it was moved from, what it was counted over, and what else its reader might wonder about.</summary>
    public IReadOnlyList<Phrase> Parts()
    {
        JointDays days = Days;
        List<Phrase> parts = [.. First(CountedOver()
            .Select(run => ShiftPhrases.CountedOver.With(Span(run), DaysOff.On(days.Calendars, run))), ShiftPhrases.CountedOverMore)];
        if (To != On)
        {
            parts.Add(ShiftPhrases.Moved.With(To, DaysOff.On(Kept.Calendars, Between(To, On))));
        }

        if (Until is { } until)
        {
            parts.Add(ShiftPhrases.NotOverdueYet.With(until, On));
        }

        parts.AddRange(First(WorkedAfterAll(), ShiftPhrases.WorkingDayMore));
        parts.AddRange(Unknown());
        return parts;
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
    private IEnumerable<Phrase> WorkedAfterAll()
    {
        (JointDays days, LocalDate on) = (Days, Until ?? On);
        IEnumerable<LocalDate> counted = Start == To ? [] : Between(Start, To).Skip(1).Append(To).Where(days.Works);
        return counted.SelectMany(day => days.Calendars.Select(calendar => (calendar, day)))
            .Concat(Kept.Calendars.Select(calendar => (calendar, day: on)))
            .Where(one => one.calendar.IsWorkedWeekend(one.day))
            .Select(one => (one.day, one.calendar.Id)).Distinct()
            .Select(one => ShiftPhrases.WorkingDay.With(one.day, one.Id));
    }

    private IEnumerable<Phrase> Unknown()
    {
        (JointDays days, LocalDate last) = (Days, LocalDate.Max(LocalDate.Max(To, On), Until ?? On));
        LocalDate furthest = LocalDate.Max(Start, last);
        return Kept.Calendars.Where(calendar => calendar.KnownThrough < (days.Calendars.Contains(calendar) ? furthest : last))
            .Select(calendar => (calendar.Id, calendar.KnownThrough)).Distinct()
            .Select(calendar => ShiftPhrases.NotAnnounced.With(calendar.Id, calendar.KnownThrough));
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

    private static DaySpan Span(List<LocalDate> run) => new(LocalDate.Min(run[0], run[^1]), LocalDate.Max(run[0], run[^1]));

    private static IEnumerable<Phrase> First(IEnumerable<Phrase> parts, PhraseTemplate others)
    {
        List<Phrase> all = [.. parts.Take(PartsMax + 1)];
        return all.Count <= PartsMax ? all : [.. all.Take(PartsMax), others.With()];
    }
}
