using FollowUp.Agreements;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>The days that the events of a file make, off or worked, one entry for each event and day.</summary>
internal sealed class DayCollector(CalendarFileOptions options, EventKeywords keywords, CalendarFileFaults faults, SkippedEvents skipped)
{
    private int remaining = Limits.Many;

    public List<NamedDay> Off { get; } = [];

    public List<NamedDay> Worked { get; } = [];

    public void Add(EffectiveEvent counted)
    {
        if (remaining >= 0 && !faults.IsFull)
        {
            faults.Try(counted.Event, () => AddDays(counted));
        }
    }

    private void AddDays(EffectiveEvent counted)
    {
        VEvent vevent = counted.Event;
        if (vevent.Component.First("STATUS")?.TrimmedValue.ToUpperInvariant() is { Length: > 0 } status and not ("CONFIRMED" or "TENTATIVE"))
        {
            throw new CalendarFileException($"has a STATUS that is none: {ContentLine.Quote(status)}");
        }

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
            throw new CalendarFileException($"must begin on a day from {Limits.YearMin} to {Limits.YearMax}, without an hour: DTSTART;VALUE=DATE:20201001. "
                + $"This one lasts from {hours.From:HH:mm} to {hours.To:HH:mm}: if it is a day that is worked, or none at all, "
                + "name a word of its name, like ?working=班 or ?ignore=Eve");
        }

        AddDays(counted, span, vevent.Wording(options.Language), isWorked ? Worked : Off);
    }

    /// <summary>Why an event that nobody marked makes no day off; null where it makes one.</summary>
    private string? WhyNotOff(VEvent vevent) => HolidayClassifier.Classify(vevent.Labels, vevent.Description) switch
    {
        HolidayKind.Observance when !keywords.IgnoresNothing => "says of itself that it is only observed; ?ignore= with no word counts such days as off",
        HolidayKind.Partial when !keywords.IsIgnoreGiven => throw Ambiguous(vevent, "is not everybody's day off", "Regional"),
        HolidayKind.PossibleObservance when !keywords.IsIgnoreGiven => throw Ambiguous(vevent, "can be hidden, as Google's calendar does of days that are only observed", vevent.Label),
        _ => null,
    };

    private static CalendarFileException Ambiguous(VEvent vevent, string what, string word) =>
        new($"says of itself that it {what} ({vevent.Label}): does it count? Say which words mark what is passed over, like ?ignore={word}, or ?ignore= for none");

    private void AddDays(EffectiveEvent counted, EventSpan span, Wording name, List<NamedDay> book)
    {
        VEvent vevent = counted.Event;
        RecurrenceExpander rule = new(vevent.Component, span, vevent.Zone, options.KnownThrough);
        bool comesRound = vevent.Component.First("RRULE") is not null;
        List<LocalDate> days = [.. rule.StartDays(remaining, counted.Cancelled.Select(change => change.RecurrenceId!))
            .SelectMany(start => DaysCovered(start, span, isClipped: comesRound && start != span.First && start <= options.KnownThrough)).Distinct().Take(remaining + 1)];
        ReportSkipped(counted, rule, days);
        if (days.Count > remaining)
        {
            string with = remaining == Limits.Many ? "" : ", with those before it,";
            faults.Add(vevent, $"makes{with} more than {Limits.Many} days up to {options.KnownThrough:uuuu-MM-dd}");
        }
        else
        {
            CheckDays(vevent, days, book == Worked);
        }

        book.AddRange(days.Take(remaining).Select(day => new NamedDay(day, name)));
        remaining -= days.Count;
    }

    /// <summary>What comes round without an end is followed as far as is known, be it within one of its occurrences.</summary>
    private IEnumerable<LocalDate> DaysCovered(LocalDate start, EventSpan span, bool isClipped) =>
        Enumerable.Range(0, span.Days).Select(start.PlusDays).TakeWhile(day => !isClipped || day <= options.KnownThrough);

    private void ReportSkipped(EffectiveEvent counted, RecurrenceExpander rule, List<LocalDate> days)
    {
        foreach (VEvent change in counted.Cancelled)
        {
            skipped.Add(change, change.RecurrenceId, "is cancelled");
        }

        foreach (LocalDate day in rule.Unmatched)
        {
            skipped.Add(counted.Event, day, "is left out or cancelled, and was no day of this event");
        }

        if (days.Count == 0)
        {
            skipped.Add(counted.Event, "has no day: all are left out or cancelled");
        }
    }

    /// <summary>A day that nobody works anyway is either a holiday of that date or one that is worked for another: only the file's author knows.</summary>
    private void CheckDays(VEvent vevent, List<LocalDate> days, bool isWorked)
    {
        if (days.Exists(day => day > options.KnownThrough))
        {
            faults.Add(vevent, $"reaches beyond knownThrough, {options.KnownThrough:uuuu-MM-dd}");
        }

        if (!isWorked && !vevent.IsWorkHoliday && !keywords.IsWorkingGiven && days.Count > 0 && days.TrueForAll(day => options.Weekend.Contains(day.DayOfWeek)))
        {
            faults.Add(vevent, $"lies on the weekend ({days[0]:uuuu-MM-dd}): is it off, or worked? "
                + "Say which names or categories are worked days, like ?working=班, or ?working= for none");
        }
    }
}
