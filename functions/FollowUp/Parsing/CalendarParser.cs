using FollowUp.Agreements;
using FollowUp.Calendars;
using FollowUp.Faults;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Parsing;

/// <summary>Reads a working calendar written in JSON.</summary>
public static class CalendarParser
{
    private static readonly List<string> Weekdays =
        [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).Select(day => day.ToString().ToLowerInvariant())];

    public static WorkCalendar Parse(JsonField calendar)
    {
        // Somebody who writes back what they were answered sends its revision and the report on a file as well; they are not read.
        calendar.AllowOnly("id", "name", "weekend", "holidays", "workingDays", "knownThrough", "sources", "revision", "contributed");
        JsonField weekend = calendar["weekend"];
        List<IsoDayOfWeek> off = [.. weekend.List(Weekdays.Count).Select(ParseWeekday).Distinct()];
        if (off.Count == Weekdays.Count)
        {
            weekend.AddFault("must leave at least one day to work");
        }

        RequireExplicitDaysOff(calendar);
        return CheckConsistency(calendar, new(
            calendar["id"].CalendarId(),
            calendar["name"].IsAbsent ? new Wording { En = calendar["id"].CalendarId() } : calendar["name"].WordingOrText(Limits.Title),
            off,
            ParseDays(calendar["holidays"]),
            ParseDays(calendar["workingDays"]),
            calendar["knownThrough"].Date()));
    }

    /// <summary>Without its weekend or its holidays a calendar would let letters go out on all of them, unnoticed (law 18).</summary>
    private static void RequireExplicitDaysOff(JsonField calendar)
    {
        foreach ((string days, string none) in new[] { ("weekend", "every day is worked"), ("holidays", "nobody ever has one") })
        {
            if (calendar[days].IsAbsent)
            {
                calendar[days].AddFault($"is required; an empty list where {none}");
            }
        }
    }

    /// <summary>How to make a calendar smaller that has no room.</summary>
    internal const string WayOutOfFull = "leave out years that are over, or shorten the names of the days";

    /// <summary>Checks that the lists of days do not contradict each other, nor knownThrough.</summary>
    private static WorkCalendar CheckConsistency(JsonField calendar, WorkCalendar read)
    {
        if (calendar.IsFaulty)
        {
            return read;
        }

        (List<JsonField> holidays, List<JsonField> worked) = (Dates(calendar["holidays"]), Dates(calendar["workingDays"]));
        foreach (JsonField day in worked.Where(day => read.Holidays.ContainsKey(day.Date())))
        {
            day.AddFault(CalendarFaults.OffAndWorked.Text);
        }

        foreach (JsonField day in holidays.Concat(worked).Where(day => day.Date() > read.KnownThrough))
        {
            day.AddFault(CalendarFaults.AfterKnownThrough.Fill(read.KnownThrough));
        }

        if (read.RestsTooLong() is { } late)
        {
            calendar["holidays"].AddFault(NoDayToWork(late));
        }

        return calendar.RequireRoom(read, WayOutOfFull);
    }

    private static List<JsonField> Dates(JsonField days) => [.. days.List(Limits.Many).Select(day => day["date"])];

    /// <summary>The fault of a calendar that leaves no day to work before <paramref name="late"/>.</summary>
    internal static string NoDayToWork(LocalDate late) =>
        $"leave nobody a day to work in the half year up to {late:uuuu-MM-dd}: nothing could be said to who keeps them";

    /// <summary>A weekend written <c>saturday,sunday</c>.</summary>
    /// <exception cref="InvalidInputException">It names no weekday, or leaves none to work.</exception>
    public static IReadOnlyList<IsoDayOfWeek> ParseWeekend(string days)
    {
        List<string> named = [.. days.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
        return named.TrueForAll(Weekdays.Contains) && named.Count < Weekdays.Count
            ? [.. named.Select(day => (IsoDayOfWeek)(Weekdays.IndexOf(day) + 1))]
            : throw new InvalidInputException(
                "/weekend", $"must name some of {string.Join(", ", Weekdays)}, and leave at least one of them to work");
    }

    internal static IsoDayOfWeek ParseWeekday(JsonField day) =>
        Enum.TryParse(day.OneOf(Weekdays), ignoreCase: true, out IsoDayOfWeek read) ? read : IsoDayOfWeek.None;

    private static Dictionary<LocalDate, Wording> ParseDays(JsonField list)
    {
        Dictionary<LocalDate, Wording> days = [];
        foreach (JsonField day in list.List(Limits.Many))
        {
            day.AllowOnly("date", "name");
            LocalDate date = day["date"].Date();
            if (!days.TryAdd(date, day["name"].WordingOrText(Limits.Title)) && date != default)
            {
                day["date"].AddFault(FieldFaults.Twice.Fill([null]));
            }
        }

        return days;
    }
}
