using FollowUp.Agreements;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>Collects the days that the events of a file make, off or worked: one entry for each event and day.</summary>
internal sealed class DayCollector(
    CalendarFileOptions options, EventKeywords keywords, CalendarFileFaults faults, SkippedEvents skipped)
{
    private int remaining = Limits.Many;

    public List<NamedDay> Off { get; } = [];

    public List<NamedDay> Worked { get; } = [];

    public void Add(EffectiveEvent effective)
    {
        if (remaining >= 0 && !faults.IsFull)
        {
            faults.Try(effective.Event, () => Classify(effective));
        }
    }

    private void Classify(EffectiveEvent effective)
    {
        VEvent vevent = effective.Event;
        CheckStatus(vevent);
        (string? worked, string? ignored) = (keywords.Worked(vevent), keywords.Ignored(vevent));
        bool isWorked = worked is not null || vevent.IsAlternateWorkday;
        if (worked is not null && ignored is not null)
        {
            throw new CalendarFileException($"is marked both as worked ({worked}) and as one to pass over ({ignored})");
        }

        if (ignored is not null || (!isWorked && WhyNotOff(vevent) is not null))
        {
            skipped.Add(vevent, ignored is not null ? $"is marked by ignore={ignored}" : WhyNotOff(vevent)!);
            return;
        }

        EventSpan span = EventSpan.FromComponent(vevent.Component, vevent.Zone);
        if (!isWorked && span.Hours is { } hours)
        {
            throw NotWholeDays(hours.From, hours.To);
        }

        AddDays(effective, span, vevent.Wording(options.Language), isWorked ? Worked : Off);
    }

    private static void CheckStatus(VEvent vevent)
    {
        string? status = vevent.Component.First("STATUS")?.TrimmedValue.ToUpperInvariant();
        if (status is { Length: > 0 } and not ("CONFIRMED" or "TENTATIVE"))
        {
            throw new CalendarFileException($"has a STATUS that is none: {ContentLine.Quote(status)}");
        }
    }

    private static CalendarFileException NotWholeDays(LocalDateTime from, LocalDateTime to) => new(
        $"must begin on a day from {Limits.YearMin} to {Limits.YearMax}, without an hour: DTSTART;VALUE=DATE:20201001. "
        + $"This one lasts from {from:HH:mm} to {to:HH:mm}: if it is a day that is worked, or none at all, "
        + "name a word of its name, like ?working=班 or ?ignore=Eve");

    /// <summary>Why an event that nobody marked makes no day off; null where it makes one.</summary>
    private string? WhyNotOff(VEvent vevent) => HolidayClassifier.Classify(vevent.Labels, vevent.Description) switch
    {
        HolidayKind.Observance when !keywords.IgnoresNothing =>
            "says of itself that it is only observed; ?ignore= with no word counts such days as off",
        HolidayKind.Partial when !keywords.IsIgnoreGiven => throw Ambiguous(vevent, "is not everybody's day off", "Regional"),
        HolidayKind.PossibleObservance when !keywords.IsIgnoreGiven =>
            throw Ambiguous(vevent, "can be hidden, as Google's calendar does of days that are only observed", vevent.Label),
        _ => null,
    };

    private static CalendarFileException Ambiguous(VEvent vevent, string what, string word) => new(
        $"says of itself that it {what} ({vevent.Label}): does it count? "
        + $"Say which words mark what is passed over, like ?ignore={word}, or ?ignore= for none");

    private void AddDays(EffectiveEvent effective, EventSpan span, Wording name, List<NamedDay> list)
    {
        VEvent vevent = effective.Event;
        RecurrenceExpander expander = new(vevent.Component, span, vevent.Zone, options.KnownThrough);
        List<LocalDate> days = Expand(effective, expander, span);
        ReportSkipped(effective, expander, days);
        if (days.Count > remaining)
        {
            string with = remaining == Limits.Many ? "" : ", with those before it,";
            faults.Add(vevent, $"makes{with} more than {Limits.Many} days up to {options.KnownThrough:uuuu-MM-dd}");
        }
        else
        {
            CheckDays(vevent, days, list == Worked);
        }

        list.AddRange(days.Take(remaining).Select(day => new NamedDay(day, name)));
        remaining -= days.Count;
    }

    /// <summary>At most one more than may still be added, which shows that there are too many.</summary>
    private List<LocalDate> Expand(EffectiveEvent effective, RecurrenceExpander expander, EventSpan span)
    {
        bool isRecurring = effective.Event.Component.First("RRULE") is not null;
        IEnumerable<LocalDate> starts = expander.StartDays(remaining, effective.Cancelled.Select(change => change.RecurrenceId!));
        IEnumerable<LocalDate> days = starts.SelectMany(
            start => DaysCovered(start, span, isClipped: isRecurring && start != span.First && start <= options.KnownThrough));
        return [.. days.Distinct().Take(remaining + 1)];
    }

    /// <summary>What recurs without an end is followed as far as days are known, also within an occurrence of several days.</summary>
    private IEnumerable<LocalDate> DaysCovered(LocalDate start, EventSpan span, bool isClipped) =>
        Enumerable.Range(0, span.Days).Select(start.PlusDays).TakeWhile(day => !isClipped || day <= options.KnownThrough);

    private void ReportSkipped(EffectiveEvent effective, RecurrenceExpander expander, List<LocalDate> days)
    {
        foreach (VEvent change in effective.Cancelled)
        {
            skipped.Add(change, change.RecurrenceId, "is cancelled");
        }

        foreach (LocalDate day in expander.Unmatched)
        {
            skipped.Add(effective.Event, day, "is left out or cancelled, and was no day of this event");
        }

        if (days.Count == 0)
        {
            skipped.Add(effective.Event, "has no day: all are left out or cancelled");
        }
    }

    /// <summary>An unmarked event on a weekend may be a holiday of that date, or a day worked for another: the caller has to say.</summary>
    private void CheckDays(VEvent vevent, List<LocalDate> days, bool isWorked)
    {
        if (days.Exists(day => day > options.KnownThrough))
        {
            faults.Add(vevent, $"reaches beyond knownThrough, {options.KnownThrough:uuuu-MM-dd}");
        }

        bool isMarked = isWorked || vevent.IsWorkHoliday || keywords.IsWorkingGiven;
        if (!isMarked && days.Count > 0 && days.TrueForAll(day => options.Weekend.Contains(day.DayOfWeek)))
        {
            faults.Add(vevent, $"lies on the weekend ({days[0]:uuuu-MM-dd}): is it off, or worked? "
                + "Say which names or categories are worked days, like ?working=班, or ?working= for none");
        }
    }
}
