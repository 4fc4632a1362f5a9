using FollowUp.Agreements;
using FollowUp.Calendars;
using NodaTime;

namespace FollowUp.Registers;

/// <summary>How a working calendar is written down.</summary>
public static class CalendarForm
{
    private static readonly IReadOnlyList<string> Weekdays =
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
