using System.Globalization;
using NodaTime;

namespace FollowUp.Calendars;

/// <summary>Dates as a reader of a letter expects them.</summary>
internal static class Words
{
    public static string Day(LocalDate day, bool weekday) =>
        day.ToString(weekday ? "ddd d MMM" : "d MMM", CultureInfo.InvariantCulture);
}
