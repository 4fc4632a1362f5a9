using FollowUp.Agreements;
using FollowUp.Calendars;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>What an iCalendar file does not say by itself.</summary>
/// <param name="Id">Of the calendar that it becomes.</param>
/// <param name="KnownThrough">How far it has been announced: a file that ends does not say whether it is complete.</param>
/// <param name="Working">
/// What the name or a category of a made-up working day holds, words with commas between; empty for "there are none"; null where nobody said.
/// </param>
/// <param name="Language">Of names that do not say theirs.</param>
public sealed record CalendarFileOptions(string Id, LocalDate KnownThrough, IReadOnlyList<IsoDayOfWeek> Weekend, string? Working, string Language)
{
    /// <summary>The same for events that are no days of the calendar, neither off nor worked.</summary>
    public string? Ignore { get; init; }
}

/// <summary>
/// How a working calendar is written down by calendar programs (RFC 5545): an all-day event is a day off, or several; one that is
/// marked is a day to work. Nothing is guessed: what could be meant both ways is a fault that says the way out.
/// </summary>
public static class CalendarFileParser
{
    public static ParsedCalendarFile Parse(ReadOnlySpan<byte> file, CalendarFileOptions options, ParseContext context)
    {
        CalendarFileFaults faults = new(context);
        SkippedEvents skipped = new();
        CalendarFileContent content = ParseContent(file, faults);
        if (content.Events.Count is 0 or > Limits.Many)
        {
            if (faults.IsEmpty)
            {
                faults.Add("/events", $"has {content.Events.Count} entries; 1 to {Limits.Many} are taken");
            }

            content.Events.Clear();
        }

        EventKeywords keywords = new(options, content.Events);
        DayCollector collector = new(options, keywords, faults, skipped);
        if (!keywords.AreTooMany)
        {
            new EventRevisionResolver(faults, skipped).Resolve(content.Events).ForEach(collector.Add);
        }

        content.Others.ForEach(other => skipped.Add(other, $"is no event but a {other.Name}"));

        Wording name = VEvent.WordingIn(options.Language, content.Name ?? options.Id);
        WorkCalendar calendar = new(options.Id, name, options.Weekend, MergeNames(collector.Off), MergeNames(collector.Worked), options.KnownThrough);
        if (!keywords.AreTooMany)
        {
            CheckConsistency(calendar, skipped, faults);
        }

        if (faults.IsEmpty)
        {
            keywords.RequireAllUsed(faults);
        }

        return new(calendar, new([.. collector.Off.OrderBy(day => day.Date)], [.. collector.Worked.OrderBy(day => day.Date)], skipped.All));
    }

    private static CalendarFileContent ParseContent(ReadOnlySpan<byte> file, CalendarFileFaults faults)
    {
        try
        {
            return CalendarFileContent.Parse(file);
        }
        catch (CalendarFileException unreadable)
        {
            faults.Add("", unreadable.Message);
            return new(null, [], []);
        }
    }

    /// <summary>A day has one name in each language: the first that it was given.</summary>
    private static Dictionary<LocalDate, Wording> MergeNames(List<NamedDay> days) => days.GroupBy(day => day.Date, day => day.Name).ToDictionary(
        same => same.Key,
        same => same.Aggregate((one, other) => new() { En = one.En ?? other.En, Zh = one.Zh ?? other.Zh, Ru = one.Ru ?? other.Ru }));

    /// <summary>What the events say must agree, and leave a calendar to live by. A day to work that is one already means nothing, and is taken.</summary>
    private static void CheckConsistency(WorkCalendar calendar, SkippedEvents skipped, CalendarFileFaults faults)
    {
        foreach (LocalDate day in calendar.WorkingDays.Keys.Where(calendar.Holidays.ContainsKey).Order())
        {
            faults.Add("/events", $"say of {day:uuuu-MM-dd} both that it is worked and that it is off");
        }

        if (!faults.IsEmpty)
        {
            return;
        }

        if (calendar.RestsTooLong() is { } late)
        {
            faults.Add("/events", $"leave nobody a day to work in the half year up to {late:uuuu-MM-dd}: nothing could be said to who keeps them");
        }
        else if (calendar.Holidays.Count + calendar.WorkingDays.Count == 0)
        {
            faults.Add("/events", $"make no day, neither off nor worked; of the first: it {skipped.All.Select(one => one.Why).FirstOrDefault()}");
        }
    }
}
