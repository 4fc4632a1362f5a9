using System.Globalization;
using NodaTime;

namespace FollowUp.Calendars;

/// <summary>Dates as a reader of a letter expects them.</summary>
internal static class Words
{
    public static string Day(LocalDate day, bool weekday) =>
        day.ToString(weekday ? "ddd d MMM" : "d MMM", CultureInfo.InvariantCulture);

    /// <summary>"1 to 8 Oct", "31 Dec to 8 Jan", or one day.</summary>
    public static string Days(LocalDate first, LocalDate last) =>
        first == last ? Day(first, weekday: false)
        : first.Month == last.Month && first.Year == last.Year ? $"{first.Day} to {Day(last, weekday: false)}"
        : $"{Day(first, weekday: false)} to {Day(last, weekday: false)}";

    /// <summary>A date that may lie in another year than its reader's.</summary>
    public static string FullDay(LocalDate day) => day.ToString("d MMM uuuu", CultureInfo.InvariantCulture);
}
