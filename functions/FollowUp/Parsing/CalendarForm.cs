using FollowUp.Agreements;
using FollowUp.Calendars;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Parsing;

/// <summary>How a working calendar is written down.</summary>
public static class CalendarForm
{
    private static readonly List<string> Weekdays =
        [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).Select(day => day.ToString().ToLowerInvariant())];

    public static WorkCalendar Read(JsonField calendar)
    {
        // Its revision, and what a file brought, come along where somebody writes back what they were answered; they are ours to say.
        calendar.Only("id", "name", "weekend", "holidays", "workingDays", "knownThrough", "sources", "revision", "contributed");
        JsonField weekend = calendar["weekend"];
        List<IsoDayOfWeek> off = [.. weekend.List(Weekdays.Count).Select(Weekday).Distinct()];
        if (off.Count == Weekdays.Count)
        {
            weekend.Fault("must leave at least one day to work");
        }

        DemandWhatIsEasilyForgotten(calendar);
        return Agreeing(calendar, new(
            calendar["id"].CalendarId(),
            calendar["name"].IsAbsent ? new Wording { En = calendar["id"].CalendarId() } : calendar["name"].WordingOrText(Limits.Title),
            off,
            Days(calendar["holidays"]),
            Days(calendar["workingDays"]),
            calendar["knownThrough"].Date()));
    }

    /// <summary>A calendar that forgot its weekend or its holidays would let people be written to on all of them, and nobody would know why (law 18).</summary>
    private static void DemandWhatIsEasilyForgotten(JsonField calendar)
    {
        foreach ((string days, string none) in new[] { ("weekend", "every day is worked"), ("holidays", "nobody ever has one") })
        {
            if (calendar[days].IsAbsent)
            {
                calendar[days].Fault($"is required; an empty list where {none}");
            }
        }
    }

    /// <summary>What a calendar says in one place must not be denied in another.</summary>
    private static WorkCalendar Agreeing(JsonField calendar, WorkCalendar read)
    {
        if (calendar.IsFaulty)
        {
            return read;
        }

        List<JsonField> worked = [.. calendar["workingDays"].List(Limits.Many).Select(day => day["date"])];
        foreach (JsonField day in worked.Where(day => read.Holidays.ContainsKey(day.Date())))
        {
            day.Fault("is among the holidays as well: a day is either off or worked");
        }

        foreach (JsonField day in calendar["holidays"].List(Limits.Many).Select(day => day["date"]).Concat(worked).Where(day => day.Date() > read.KnownThrough))
        {
            day.Fault($"is after knownThrough, {read.KnownThrough:uuuu-MM-dd}: a calendar is known as far as it names days");
        }

        if (read.RestsTooLong() is { } late)
        {
            calendar["holidays"].Fault($"leave nobody a day to work in the half year up to {late:uuuu-MM-dd}: nothing could be said to who keeps them");
        }

        return read;
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

    private static IsoDayOfWeek Weekday(JsonField day) =>
        Enum.TryParse(day.OneOf(Weekdays), ignoreCase: true, out IsoDayOfWeek read) ? read : IsoDayOfWeek.None;

    private static Dictionary<LocalDate, Wording> Days(JsonField list)
    {
        Dictionary<LocalDate, Wording> days = [];
        foreach (JsonField day in list.List(Limits.Many))
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
