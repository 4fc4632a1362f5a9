using System.Text;
using FollowUp.Agreements;
using FollowUp.Calendars;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.Evaluation;
using NodaTime;

namespace FollowUp.Registers;

/// <summary>What an iCalendar file does not say by itself.</summary>
/// <param name="Id">Of the calendar that it becomes.</param>
/// <param name="KnownThrough">How far it has been announced: a file that ends does not say whether it is complete.</param>
/// <param name="Working">What the name or a category of a made-up working day holds; empty for "there are none"; null where nobody said.</param>
/// <param name="Language">Of names that do not say theirs.</param>
public sealed record CalendarFileOptions(string Id, LocalDate KnownThrough, IReadOnlyList<IsoDayOfWeek> Weekend, string? Working, string Language);

/// <summary>
/// How a working calendar is written down by calendar programs (RFC 5545): an all-day event is a day off, or several; one that is
/// marked is a day to work. Nothing is guessed: what could be meant both ways is a fault that says the way out.
/// </summary>
public static class CalendarFile
{
    /// <summary>A rule that finds no day in this many steps finds none at all.</summary>
    private static readonly EvaluationOptions Patience = new() { MaxUnmatchedIncrementsLimit = 1_000 };

    public static WorkCalendar Read(ReadOnlySpan<byte> file, CalendarFileOptions options, Reading reading)
    {
        Days off = new(reading, options);
        Days working = new(reading, options);
        Ical.Net.Calendar? calendar = Load(file, reading);
        List<CalendarEvent> events = [.. (calendar?.Events ?? Enumerable.Empty<CalendarEvent>()).Where(one => !string.Equals(one.Status, "CANCELLED", StringComparison.OrdinalIgnoreCase))];
        int left = Limits.Many;
        for (int n = 0; n < events.Count && left > 0; n++)
        {
            Event read = new(events[n], $"/events/{n}", reading, options);
            left -= (read.IsWorked ? working : off).Add(read, left);
        }

        if (calendar is not null && events.Count is 0 or > Limits.Many)
        {
            reading.Fault("/events", $"has {events.Count} entries; 1 to {Limits.Many} are taken");
        }

        Contradictions(off.All, working.All, options, reading);
        if (options.Working is { Length: > 0 } word && events.Count > 0 && working.All.Count == 0)
        {
            reading.Fault("/working", $"marks nothing: no event has {word} in its name or as a category");
        }

        string name = calendar?.Properties.FirstOrDefault(property => property.Name == "X-WR-CALNAME")?.Value as string is { Length: > 0 and <= Limits.Title } given ? given : options.Id;
        WorkCalendar whole = new(options.Id, Event.In(options.Language, name), options.Weekend, off.All, working.All, options.KnownThrough);
        if (reading.Faults.Count == 0 && whole.RestsTooLong() is { } late)
        {
            reading.Fault("/events", $"leave nobody a day to work in the half year up to {late:uuuu-MM-dd}: nothing could be said to who keeps them");
        }

        return whole;
    }

    private static void Contradictions(Dictionary<LocalDate, Wording> off, Dictionary<LocalDate, Wording> working, CalendarFileOptions options, Reading reading)
    {
        foreach (LocalDate day in working.Keys.Order())
        {
            if (off.ContainsKey(day))
            {
                reading.Fault("/events", $"say of {day:uuuu-MM-dd} both that it is worked and that it is off");
            }
            else if (!options.Weekend.Contains(day.DayOfWeek))
            {
                reading.Fault("/events", $"mark {day:uuuu-MM-dd} as worked, which is no day of the weekend, and worked anyway");
            }
        }
    }

    private static Ical.Net.Calendar? Load(ReadOnlySpan<byte> file, Reading reading)
    {
        try
        {
            CalendarCollection calendars = CalendarCollection.Load(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file));
            if (calendars.Count == 1)
            {
                return calendars[0];
            }

            reading.Fault("", $"holds {calendars.Count} calendars; one is taken");
        }
        catch (Exception unreadable) when (unreadable is System.Runtime.Serialization.SerializationException or ArgumentException or FormatException or OverflowException)
        {
            reading.Fault("", $"is no iCalendar file (RFC 5545): {unreadable.Message}");
        }

        return null;
    }

    /// <summary>The days of one sort, each with its name.</summary>
    private sealed class Days(Reading reading, CalendarFileOptions options)
    {
        public Dictionary<LocalDate, Wording> All { get; } = [];

        /// <param name="left">How many days the file may still have.</param>
        /// <returns>How many it had.</returns>
        public int Add(Event one, int left)
        {
            List<LocalDate> days = one.Days(left);
            if (days.Count > left)
            {
                reading.Fault(one.Pointer, $"makes more than {Limits.Many} days up to {options.KnownThrough:uuuu-MM-dd}");
            }

            foreach (LocalDate day in days)
            {
                All[day] = All.TryGetValue(day, out Wording? there) ? new() { En = there.En ?? one.Name.En, Zh = there.Zh ?? one.Name.Zh, Ru = there.Ru ?? one.Name.Ru } : one.Name;
            }

            return days.Count;
        }
    }

    /// <summary>One event of the file.</summary>
    private sealed class Event
    {
        private readonly CalendarEvent one;
        private readonly Reading reading;
        private readonly CalendarFileOptions options;

        public Event(CalendarEvent one, string pointer, Reading reading, CalendarFileOptions options)
        {
            (this.one, this.reading, this.options, Pointer) = (one, reading, options, pointer);
            string summary = one.Summary?.Trim() ?? "";
            if (summary.Length is 0 or > Limits.Title || summary.Any(char.IsControl))
            {
                Fault($"needs a SUMMARY of 1 to {Limits.Title} characters in one line");
            }

            string? tag = one.Properties.FirstOrDefault(property => property.Name == "SUMMARY")?.Parameters.Get("LANGUAGE");
            Name = In(Wording.Languages.FirstOrDefault(language => tag?.StartsWith(language, StringComparison.OrdinalIgnoreCase) == true) ?? options.Language, summary);
        }

        public string Pointer { get; }

        public Wording Name { get; }

        public bool IsWorked => options.Working is { Length: > 0 } word
            && (Begins(word, one.Summary ?? "") || one.Categories.Any(category => string.Equals(category, word, StringComparison.OrdinalIgnoreCase)));

        public static Wording In(string language, string text) => language switch
        {
            "zh" => new() { Zh = text },
            "ru" => new() { Ru = text },
            _ => new() { En = text },
        };

        /// <summary>
        /// Whether <paramref name="word"/> stands in a text, as a word or the beginning of one: a "нерабочий день" is not marked by
        /// "рабочий день", nor a "non-workday" by "workday". Chinese puts no spaces between its words, and "补班" is marked by "班".
        /// </summary>
        private static bool Begins(string word, string text)
        {
            for (int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (at == 0 || !IsCased(word[0]) || (text[at - 1] != '-' && !IsCased(text[at - 1]) && !char.IsDigit(text[at - 1])))
                {
                    return true;
                }
            }

            return false;
        }

        private static bool IsCased(char letter) => char.IsUpper(letter) || char.IsLower(letter);

        /// <summary>Its days up to the last that is known, at most <paramref name="max"/> and one.</summary>
        public List<LocalDate> Days(int max)
        {
            if (one.Start is not { HasTime: false } start || !IsInRange(start.Year))
            {
                Fault($"must begin on a day from {Limits.YearMin} to {Limits.YearMax}, without an hour: DTSTART;VALUE=DATE:20201001");
                return [];
            }

            if (one.Properties.Any(property => property.Name == "RECURRENCE-ID"))
            {
                Fault("changes one day of another event; leave that day out there (EXDATE), and let this be an event of its own");
                return [];
            }

            if (one.RecurrenceRule is { Frequency: FrequencyType.Secondly or FrequencyType.Minutely or FrequencyType.Hourly })
            {
                Fault("comes round within the day; a day off comes round by day, week, month or year");
                return [];
            }

            try
            {
                List<LocalDate> days = [.. one.GetOccurrences(null, Patience)
                    .Select(occurrence => (From: Day(occurrence.Period.StartTime), To: Day(occurrence.Period.EffectiveEndTime ?? occurrence.Period.StartTime.AddDays(1))))
                    .TakeWhile(period => period.From <= options.KnownThrough).Take(max + 1)
                    .SelectMany(period => Enumerable.Range(0, Math.Clamp(Period.DaysBetween(period.From, period.To), 0, max + 1)).Select(n => period.From.PlusDays(n)))
                    .Take(max + 1)];
                Judge(Day(start), days);
                return days;
            }
            catch (Exception endless) when (endless is EvaluationException or ArgumentException or OverflowException)
            {
                Fault($"comes round by a rule that cannot be followed: {endless.Message}");
                return [];
            }
        }

        private static bool IsInRange(int year) => year is >= Limits.YearMin and <= Limits.YearMax;

        private static LocalDate Day(Ical.Net.DataTypes.CalDateTime day) => LocalDate.FromDateOnly(day.Date);

        /// <summary>A day that nobody works anyway is either a holiday of that date or one that is worked for another: only the file's author knows.</summary>
        private void Judge(LocalDate start, List<LocalDate> days)
        {
            if (start > options.KnownThrough || days.Exists(day => day > options.KnownThrough))
            {
                Fault($"reaches beyond knownThrough, {options.KnownThrough:uuuu-MM-dd}");
            }

            if (options.Working is null && days.Count > 0 && days.TrueForAll(day => options.Weekend.Contains(day.DayOfWeek)))
            {
                Fault($"lies on the weekend ({days[0]:uuuu-MM-dd}): is it off, or worked? Say which names or categories are worked days, like ?working=班, or ?working= for none");
            }
        }

        private void Fault(string detail) => reading.Fault(Pointer, one.Uid is { Length: > 0 and < 100 } uid ? $"{detail} (event {uid})" : detail);
    }
}
