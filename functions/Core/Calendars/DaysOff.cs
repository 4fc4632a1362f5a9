using FollowUp.Agreements;
using FollowUp.Phrases;
using NodaTime;

namespace FollowUp.Calendars;

/// <summary>Why nobody works on some days: "New Year Holidays, Orthodox Christmas Day (RU), New Year's Day (CN)".</summary>
/// <param name="More">How many reasons there are beside them.</param>
public sealed record DaysOff(IReadOnlyList<DaysOffGroup> Groups, int More)
{
    /// <summary>A holiday: its name in each language that its calendar has it in.</summary>
    public const string Holiday = "holiday";

    public const string Weekday = "weekday";
    public const string Weekend = "weekend";

    /// <summary>Who skips more holidays than this at a time is not helped by their names.</summary>
    private const int NamesMax = 6;

    /// <summary>Each reason once, in the order of the days, with the calendars that give it.</summary>
    public static DaysOff On(IReadOnlyList<WorkCalendar> calendars, IEnumerable<LocalDate> days)
    {
        List<Reason> reasons = [.. days.SelectMany(day => Reasons(calendars, day)).Distinct()];
        List<(Phrase Reason, string[] Calendars)> named = [.. reasons.Select(reason => (reason.Calendar, Said: Say(reason, reasons)))
            .GroupBy(reason => English(reason.Said))
            .Select(same => (same.First().Said, same.Select(reason => reason.Calendar).Distinct().ToArray()))];
        return new(
            [.. named.Take(NamesMax).GroupBy(one => string.Join(", ", one.Calendars))
                .Select(shared => new DaysOffGroup([.. shared.Select(one => one.Reason)], shared.First().Calendars))],
            Math.Max(0, named.Count - NamesMax));
    }

    public override string ToString() => $"{string.Join(", ", Groups.Select(English))}{(More > 0 ? $" and {More} more" : "")}";

    /// <summary>On a holiday it is no news that it is also a Saturday.</summary>
    private static IEnumerable<Reason> Reasons(IReadOnlyList<WorkCalendar> calendars, LocalDate day)
    {
        List<Reason> holidays = [.. calendars.Where(calendar => calendar.HolidayOn(day) is not null)
            .Select(calendar => new Reason(calendar.Id, calendar.HolidayOn(day), IsoDayOfWeek.None))];
        return holidays.Count > 0 ? holidays
            : calendars.Where(calendar => !calendar.Works(day)).Select(calendar => new Reason(calendar.Id, null, day.DayOfWeek));
    }

    /// <summary>Saturday and Sunday of one calendar are its weekend.</summary>
    private static Phrase Say(Reason reason, List<Reason> all) =>
        reason.Holiday is { } holiday ? new(Holiday, new Dictionary<string, object> { ["name"] = holiday })
        : all.Count(other => other.Holiday is null && other.Calendar == reason.Calendar) > 1
        ? new(Weekend, new Dictionary<string, object>())
        : new(Weekday, new Dictionary<string, object> { ["weekday"] = reason.Weekday });

    private static string English(DaysOffGroup group) =>
        $"{string.Join(", ", group.Reasons.Select(English))} ({string.Join(", ", group.Calendars)})";

    private static string English(Phrase reason) => reason.Code switch
    {
        Holiday => ((Wording)reason.Args["name"]).TextIn("en"),
        Weekday => ((IsoDayOfWeek)reason.Args["weekday"]).ToString(),
        _ => "weekend",
    };

    private readonly record struct Reason(string Calendar, Wording? Holiday, IsoDayOfWeek Weekday);
}

/// <summary>Why nobody works, by the same calendars.</summary>
/// <param name="Reasons">Of the codes that <see cref="DaysOff"/> has.</param>
public sealed record DaysOffGroup(IReadOnlyList<Phrase> Reasons, IReadOnlyList<string> Calendars);
