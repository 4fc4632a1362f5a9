using FollowUp.Agreements;
using FollowUp.Calendars;
using NodaTime;

namespace FollowUp.Registers;

/// <summary>How a working calendar is written down.</summary>
public static class CalendarForm
{
    private static readonly List<string> Weekdays =
        [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).Select(day => day.ToString().ToLowerInvariant())];

    public static WorkCalendar Read(Field calendar)
    {
        // Its revision comes along where somebody writes back what they read; it is ours to count.
        calendar.Only("id", "name", "weekend", "holidays", "workingDays", "knownThrough", "sources", "revision");
        Field weekend = calendar["weekend"];
        List<IsoDayOfWeek> off = [.. weekend.List(Weekdays.Count).Select(Weekday).Distinct()];
        if (off.Count == Weekdays.Count)
        {
            weekend.Fault("must leave at least one day to work");
        }

        return new(
            calendar["id"].CalendarId(),
            calendar["name"].IsAbsent ? new Wording { En = calendar["id"].CalendarId() } : calendar["name"].WordingOrText(Limits.Title),
            off,
            Days(calendar["holidays"]),
            Days(calendar["workingDays"]),
            calendar["knownThrough"].Date());
    }

    /// <summary>A weekend written <c>saturday,sunday</c>.</summary>
    /// <exception cref="InvalidInputException">It names no weekday, or leaves none to work.</exception>
    public static IReadOnlyList<IsoDayOfWeek> Weekend(string days)
    {
        List<string> named = [.. days.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
        return named.TrueForAll(Weekdays.Contains) && named.Count < Weekdays.Count
            ? [.. named.Select(day => (IsoDayOfWeek)(Weekdays.IndexOf(day) + 1))]
            : throw new InvalidInputException("/weekend", $"must name some of {string.Join(", ", Weekdays)}, and leave at least one of them to work");
    }

    private static IsoDayOfWeek Weekday(Field day) =>
        Enum.TryParse(day.OneOf(Weekdays), ignoreCase: true, out IsoDayOfWeek read) ? read : IsoDayOfWeek.None;

    private static Dictionary<LocalDate, Wording> Days(Field list)
    {
        Dictionary<LocalDate, Wording> days = [];
        foreach (Field day in list.List(Limits.Many))
        {
            day.Only("date", "name");
            LocalDate date = day["date"].Date();
            if (!days.TryAdd(date, day["name"].WordingOrText(Limits.Title)) && date != default)
            {
                day["date"].Fault("is in this list twice");
            }
        }

        return days;
    }
}
