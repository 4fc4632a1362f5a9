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
public static class CalendarFile
{
    public static CalendarFromFile Read(ReadOnlySpan<byte> file, CalendarFileOptions options, ParseContext parse)
    {
        FileFaults faults = new(parse);
        PassedOverEvents passedOver = new();
        FileContent content = Open(file, faults);
        if (content.Events.Count is 0 or > Limits.Many)
        {
            if (faults.AreNone)
            {
                faults.Add("/events", $"has {content.Events.Count} entries; 1 to {Limits.Many} are taken");
            }

            content.Events.Clear();
        }

        EventMarks marks = new(options, content.Events);
        DayBook book = new(options, marks, faults, passedOver);
        if (!marks.AreTooMany)
        {
            new CountedEvents(faults, passedOver).Of(content.Events).ForEach(book.Add);
        }

        content.Others.ForEach(other => passedOver.Add(other, $"is no event but a {other.Name}"));

        Wording name = FileEvent.In(options.Language, content.Name ?? options.Id);
        WorkCalendar calendar = new(options.Id, name, options.Weekend, Merged(book.Off), Merged(book.Worked), options.KnownThrough);
        if (!marks.AreTooMany)
        {
            Demand(calendar, passedOver, faults);
        }

        if (faults.AreNone)
        {
            marks.DemandUse(faults);
        }

        return new(calendar, new([.. book.Off.OrderBy(day => day.Date)], [.. book.Worked.OrderBy(day => day.Date)], passedOver.All));
    }

    private static FileContent Open(ReadOnlySpan<byte> file, FileFaults faults)
    {
        try
        {
            return FileContent.Of(file);
        }
        catch (UnfollowedException unreadable)
        {
            faults.Add("", unreadable.Message);
            return new(null, [], []);
        }
    }

    /// <summary>A day has one name in each language: the first that it was given.</summary>
    private static Dictionary<LocalDate, Wording> Merged(List<NamedDay> days) => days.GroupBy(day => day.Date, day => day.Name).ToDictionary(
        same => same.Key,
        same => same.Aggregate((one, other) => new() { En = one.En ?? other.En, Zh = one.Zh ?? other.Zh, Ru = one.Ru ?? other.Ru }));

    /// <summary>What the events say must agree, and leave a calendar to live by. A day to work that is one already means nothing, and is taken.</summary>
    private static void Demand(WorkCalendar calendar, PassedOverEvents passedOver, FileFaults faults)
    {
        foreach (LocalDate day in calendar.WorkingDays.Keys.Where(calendar.Holidays.ContainsKey).Order())
        {
            faults.Add("/events", $"say of {day:uuuu-MM-dd} both that it is worked and that it is off");
        }

        if (!faults.AreNone)
        {
            return;
        }

        if (calendar.RestsTooLong() is { } late)
        {
            faults.Add("/events", $"leave nobody a day to work in the half year up to {late:uuuu-MM-dd}: nothing could be said to who keeps them");
        }
        else if (calendar.Holidays.Count + calendar.WorkingDays.Count == 0)
        {
            faults.Add("/events", $"make no day, neither off nor worked; of the first: it {passedOver.All.Select(one => one.Why).FirstOrDefault()}");
        }
    }
}
