using FollowUp.Agreements;
using FollowUp.Calendars;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>
/// Reads a working calendar as calendar programs publish it (iCalendar, RFC 5545): an all-day event is a day off, or several; one that is
/// marked is a day to work. Nothing is guessed: what could be meant both ways is a fault that says the way out.
/// </summary>
public static class CalendarFileParser
{
    public static ParsedCalendarFile Parse(ReadOnlySpan<byte> file, CalendarFileOptions options, ParseContext context)
    {
        CalendarFileFaults faults = new(context);
        SkippedEvents skipped = new();
        CalendarFileContent content = ParseContent(file, faults);
        EventKeywords keywords = new(options, content.Events);
        DayCollector collector = new(options, keywords, faults, skipped);
        if (!keywords.AreTooMany)
        {
            new EventRevisionResolver(faults, skipped).Resolve(content.Events).ForEach(collector.Add);
        }

        content.Others.ForEach(other => skipped.Add(other, $"is no event but a {other.Name}"));

        Wording name = VEvent.WordingIn(options.Language, content.Name ?? options.Id);
        WorkCalendar calendar = new(
            options.Id, name, options.Weekend, MergeNames(collector.Off), MergeNames(collector.Worked), options.KnownThrough);
        Check(calendar, keywords, skipped, faults);
        return new(calendar, new([.. collector.Off.OrderBy(day => day.Date)], [.. collector.Worked.OrderBy(day => day.Date)], skipped.All));
    }

    private static CalendarFileContent ParseContent(ReadOnlySpan<byte> file, CalendarFileFaults faults)
    {
        try
        {
            CalendarFileContent content = CalendarFileContent.Parse(file);
            if (content.Events.Count is not (0 or > Limits.Many))
            {
                return content;
            }

            faults.Add("/events", $"has {content.Events.Count} entries; 1 to {Limits.Many} are taken");
            return content with { Events = [] };
        }
        catch (CalendarFileException unreadable)
        {
            faults.Add("", unreadable.Message);
            return new(null, [], []);
        }
    }

    private static void Check(WorkCalendar calendar, EventKeywords keywords, SkippedEvents skipped, CalendarFileFaults faults)
    {
        if (!keywords.AreTooMany)
        {
            CheckConsistency(calendar, skipped, faults);
        }

        if (faults.IsEmpty)
        {
            keywords.RequireAllUsed(faults);
        }
    }

    /// <summary>A day has one name in each language: the first that it was given.</summary>
    private static Dictionary<LocalDate, Wording> MergeNames(List<NamedDay> days) =>
        days.GroupBy(day => day.Date, day => day.Name).ToDictionary(same => same.Key, same => same.Aggregate(MergeName));

    private static Wording MergeName(Wording one, Wording other) =>
        new() { En = one.En ?? other.En, Zh = one.Zh ?? other.Zh, Ru = one.Ru ?? other.Ru };

    /// <summary>The events must not contradict each other, and leave days to work.</summary>
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
            faults.Add("/events", CalendarParser.NoDayToWork(late));
        }
        else if (calendar.Holidays.Count + calendar.WorkingDays.Count == 0)
        {
            string? why = skipped.All.Select(one => one.Why).FirstOrDefault();
            faults.Add("/events", $"make no day, neither off nor worked; of the first: it {why}");
        }
    }
}
