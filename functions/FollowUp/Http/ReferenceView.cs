using FollowUp.Agreements;
using FollowUp.Calendars;
using FollowUp.Parsing.CalendarFiles;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Http;

/// <summary>Plans and calendars as registers write them, so that what was read can be changed and written back.</summary>
public static class ReferenceView
{
    public static object Of(Plan plan) => new
    {
        plan.Id,
        Hour = plan.Hour.ToString("HH':'mm", System.Globalization.CultureInfo.InvariantCulture),
        plan.ExtensionsMax,
        Ladders = plan.Ladders.Select(ladder => new { Ladder = ladder.Name, Rungs = ladder.Rungs.Select(Of) }),
        plan.Revision,
    };

    /// <param name="contributed">What a file brought, in the answer to it.</param>
    public static object Of(WorkCalendar calendar, Contribution? contributed = null) => new
    {
        calendar.Id,
        calendar.Name,
        calendar.Weekend,
        Holidays = Days(calendar.Holidays),
        WorkingDays = Days(calendar.WorkingDays),
        calendar.KnownThrough,
        calendar.Revision,
        Contributed = contributed,
    };

    private static object Of(Rung rung) => new
    {
        rung.Id,
        Offset = rung.Offset.ToString(),
        Every = rung.Every?.ToString(),
        Times = rung.Every is null ? (int?)null : rung.Times,
        rung.To,
    };

    private static IEnumerable<object> Days(IReadOnlyDictionary<LocalDate, Wording> days) =>
        days.OrderBy(day => day.Key).Select(day => new { Date = day.Key, Name = day.Value });
}
