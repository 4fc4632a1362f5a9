using FollowUp.Agreements;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>The days that the events of a file make, off or worked, one entry for each event and day.</summary>
internal sealed class DayBook(CalendarFileOptions options, EventMarks marks, FileFaults faults, PassedOverEvents passedOver)
{
    private int left = Limits.Many;

    public List<NamedDay> Off { get; } = [];

    public List<NamedDay> Worked { get; } = [];

    public void Add(CountedEvent counted)
    {
        if (left >= 0 && !faults.AreEnough)
        {
            faults.Try(counted.Event, () => Enter(counted));
        }
    }

    private void Enter(CountedEvent counted)
    {
        FileEvent one = counted.Event;
        if (one.Component.First("STATUS")?.Written.ToUpperInvariant() is { Length: > 0 } status and not ("CONFIRMED" or "TENTATIVE"))
        {
            throw new UnfollowedException($"has a STATUS that is none: {ContentLine.Quoted(status)}");
        }

        (string? worked, string? ignored) = (marks.Worked(one), marks.Ignored(one));
        bool isWorked = worked is not null || one.SaysItIsWorked;
        if (worked is not null && ignored is not null)
        {
            throw new UnfollowedException($"is marked both as worked ({worked}) and as one to pass over ({ignored})");
        }

        if (ignored is not null || (!isWorked && WhyNotOff(one) is not null))
        {
            passedOver.Add(one, ignored is not null ? $"is marked by ignore={ignored}" : WhyNotOff(one)!);
            return;
        }

        EventSpan span = EventSpan.Of(one.Component, one.Zone);
        if (!isWorked && span.Hours is { } hours)
        {
            throw new UnfollowedException($"must begin on a day from {Limits.YearMin} to {Limits.YearMax}, without an hour: DTSTART;VALUE=DATE:20201001. "
                + $"This one lasts from {hours.From:HH:mm} to {hours.To:HH:mm}: if it is a day that is worked, or none at all, "
                + "name a word of its name, like ?working=班 or ?ignore=Eve");
        }

        Enter(counted, span, one.Wording(options.Language), isWorked ? Worked : Off);
    }

    /// <summary>Why an event that nobody marked makes no day off; null where it makes one.</summary>
    private string? WhyNotOff(FileEvent one) => Sorts.Of(one.Labels, one.Description) switch
    {
        Sort.Observed when !marks.SayThatNoneIsIgnored => "says of itself that it is only observed; ?ignore= with no word counts such days as off",
        Sort.Partial when !marks.SayWhatIsIgnored => throw Doubtful(one, "is not everybody's day off", "Regional"),
        Sort.Hideable when !marks.SayWhatIsIgnored => throw Doubtful(one, "can be hidden, as Google's calendar does of days that are only observed", one.Label),
        _ => null,
    };

    private static UnfollowedException Doubtful(FileEvent one, string what, string word) =>
        new($"says of itself that it {what} ({one.Label}): does it count? Say which words mark what is passed over, like ?ignore={word}, or ?ignore= for none");

    private void Enter(CountedEvent counted, EventSpan span, Wording name, List<NamedDay> book)
    {
        FileEvent one = counted.Event;
        EventDays rule = new(one.Component, span, one.Zone, options.KnownThrough);
        bool comesRound = one.Component.First("RRULE") is not null;
        List<LocalDate> days = [.. rule.Starts(left, counted.Cancelled.Select(change => change.Changes!))
            .SelectMany(start => Covered(start, span, isClipped: comesRound && start != span.First && start <= options.KnownThrough)).Distinct().Take(left + 1)];
        Report(counted, rule, days);
        if (days.Count > left)
        {
            string with = left == Limits.Many ? "" : ", with those before it,";
            faults.Add(one, $"makes{with} more than {Limits.Many} days up to {options.KnownThrough:uuuu-MM-dd}");
        }
        else
        {
            Judge(one, days, book == Worked);
        }

        book.AddRange(days.Take(left).Select(day => new NamedDay(day, name)));
        left -= days.Count;
    }

    /// <summary>What comes round without an end is followed as far as is known, be it within one of its occurrences.</summary>
    private IEnumerable<LocalDate> Covered(LocalDate start, EventSpan span, bool isClipped) =>
        Enumerable.Range(0, span.Days).Select(start.PlusDays).TakeWhile(day => !isClipped || day <= options.KnownThrough);

    private void Report(CountedEvent counted, EventDays rule, List<LocalDate> days)
    {
        foreach (FileEvent change in counted.Cancelled)
        {
            passedOver.Add(change, change.Changes, "is cancelled");
        }

        foreach (LocalDate day in rule.Unmatched)
        {
            passedOver.Add(counted.Event, day, "is left out or cancelled, and was no day of this event");
        }

        if (days.Count == 0)
        {
            passedOver.Add(counted.Event, "has no day: all are left out or cancelled");
        }
    }

    /// <summary>A day that nobody works anyway is either a holiday of that date or one that is worked for another: only the file's author knows.</summary>
    private void Judge(FileEvent one, List<LocalDate> days, bool isWorked)
    {
        if (days.Exists(day => day > options.KnownThrough))
        {
            faults.Add(one, $"reaches beyond knownThrough, {options.KnownThrough:uuuu-MM-dd}");
        }

        if (!isWorked && !one.SaysItIsOff && !marks.SayWhatIsWorked && days.Count > 0 && days.TrueForAll(day => options.Weekend.Contains(day.DayOfWeek)))
        {
            faults.Add(one, $"lies on the weekend ({days[0]:uuuu-MM-dd}): is it off, or worked? "
                + "Say which names or categories are worked days, like ?working=班, or ?working= for none");
        }
    }
}
