using NodaTime;

namespace FollowUp.Calendars;

/// <summary>Why nobody works on some days: "New Year Holidays, Orthodox Christmas Day (RU), New Year's Day (CN)".</summary>
internal static class DaysOff
{
    /// <summary>Who skips more holidays than this at a time is not helped by their names.</summary>
    private const int NamesMax = 6;

    /// <summary>Each reason once, in the order of the days, with the calendars that give it.</summary>
    public static string Named(IReadOnlyList<WorkCalendar> calendars, IEnumerable<LocalDate> days)
    {
        List<Reason> reasons = [.. days.SelectMany(day => Reasons(calendars, day)).Distinct()];
        List<(string Name, string Calendars)> named = [.. reasons
            .GroupBy(reason => Name(reason, reasons), reason => reason.Calendar)
            .Select(same => (same.Key, string.Join(", ", same.Distinct())))];

        IEnumerable<string> shown = named.Take(NamesMax).GroupBy(reason => reason.Calendars, reason => reason.Name)
            .Select(shared => $"{string.Join(", ", shared)} ({shared.Key})");
        return $"{string.Join(", ", shown)}{(named.Count > NamesMax ? $" and {named.Count - NamesMax} more" : "")}";
    }

    /// <summary>On a holiday it is no news that it is also a Saturday.</summary>
    private static IEnumerable<Reason> Reasons(IReadOnlyList<WorkCalendar> calendars, LocalDate day)
    {
        List<Reason> holidays = [.. calendars.Where(calendar => calendar.HolidayOn(day) is not null)
            .Select(calendar => new Reason(calendar.Id, calendar.HolidayOn(day), IsoDayOfWeek.None))];
        return holidays.Count > 0 ? holidays
            : calendars.Where(calendar => !calendar.Works(day)).Select(calendar => new Reason(calendar.Id, null, day.DayOfWeek));
    }

    /// <summary>Saturday and Sunday of one calendar are its weekend.</summary>
    private static string Name(Reason reason, List<Reason> all) =>
        reason.Holiday
        ?? (all.Count(other => other.Holiday is null && other.Calendar == reason.Calendar) > 1 ? "weekend" : reason.Weekday.ToString());

    private readonly record struct Reason(string Calendar, string? Holiday, IsoDayOfWeek Weekday);
}
