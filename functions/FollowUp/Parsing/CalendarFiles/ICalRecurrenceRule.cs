using System.Text.RegularExpressions;
using Ical.Net;
using Ical.Net.DataTypes;
using NodaTime;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>A recurrence rule (RFC 5545, 3.3.10), checked part by part: the library takes some that the standard forbids.</summary>
/// <param name="Pattern">Without its UNTIL.</param>
/// <param name="Until">Null where it does not say.</param>
internal sealed partial record ICalRecurrenceRule(RecurrencePattern Pattern, ICalDateTime? Until)
{
    private const StringSplitOptions PartOptions = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    private const string Weekday = "(MO|TU|WE|TH|FR|SA|SU)";
    private const string MonthDay = "[+-]?([1-9]|0[1-9]|[12][0-9]|3[01])";
    private const string Week = "[+-]?([1-9]|0[1-9]|[1-4][0-9]|5[0-3])";
    private const string YearDay = "[+-]?0{0,2}([1-9]|[1-9][0-9]|[12][0-9]{2}|3[0-5][0-9]|36[0-6])";

    /// <summary>What each part may be.</summary>
    private static readonly Dictionary<string, Regex> Parts = new()
    {
        ["FREQ"] = Form("(DAILY|WEEKLY|MONTHLY|YEARLY|HOURLY|MINUTELY|SECONDLY)"),
        ["INTERVAL"] = Form("0*[1-9][0-9]{0,3}"),
        ["COUNT"] = Form("0*[1-9][0-9]{0,5}"),
        ["UNTIL"] = Form("[0-9TZ]+"),
        ["WKST"] = Form(Weekday),
        ["BYMONTH"] = ListForm("(0?[1-9]|1[0-2])"),
        ["BYMONTHDAY"] = ListForm(MonthDay),
        ["BYYEARDAY"] = ListForm(YearDay),
        ["BYWEEKNO"] = ListForm(Week),
        ["BYDAY"] = ListForm($"({Week})?{Weekday}"),
        ["BYSETPOS"] = ListForm(YearDay),
        ["BYHOUR"] = Form(".*"),
        ["BYMINUTE"] = Form(".*"),
        ["BYSECOND"] = Form(".*"),
    };

    /// <exception cref="CalendarFileException">It is none, or one that does not go by days.</exception>
    public static ICalRecurrenceRule Parse(ContentLine line)
    {
        Dictionary<string, string> parts = ParseParts(line);
        if (parts.GetValueOrDefault("FREQ") is "HOURLY" or "MINUTELY" or "SECONDLY"
            || parts.Keys.Any(part => part is "BYHOUR" or "BYMINUTE" or "BYSECOND"))
        {
            throw new CalendarFileException(
                $"comes round within the day; a day off comes round by day, week, month or year (line {line.Number})");
        }

        if (Contradiction(parts) is { } why)
        {
            throw Unsupported(line, why);
        }

        ICalDateTime? until =
            parts.Remove("UNTIL", out string? end) ? ICalDateTime.Parse(end, line with { Parameters = "" }) : null;
        return new(ToPattern(line, parts), until);
    }

    private static Dictionary<string, string> ParseParts(ContentLine line)
    {
        Dictionary<string, string> parts = [];
        foreach (string part in line.TrimmedValue.ToUpperInvariant().Split(';', PartOptions))
        {
            string[] pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
            if (pair.Length != 2 || !Parts.TryGetValue(pair[0], out Regex? form))
            {
                throw Unsupported(line, $"{part} is none of its parts");
            }

            if (!form.IsMatch(pair[1]) || !parts.TryAdd(pair[0], pair[1]))
            {
                throw Unsupported(line, form.IsMatch(pair[1]) ? $"{pair[0]} stands in it twice" : $"{pair[0]} cannot be {pair[1]}");
            }
        }

        return parts;
    }

    /// <summary>Whether it goes by the year from 29 February, and does not say what happens in years that lack it.</summary>
    public bool IsLeapDayRule(LocalDate first) => first is { Month: 2, Day: 29 }
        && Pattern is { Frequency: FrequencyType.Yearly, ByDay.Count: 0, ByMonthDay.Count: 0, ByYearDay.Count: 0, ByWeekNo.Count: 0 };

    /// <summary>The fault of an event that comes round by such a rule.</summary>
    public static CalendarFileException Unsupported(ContentLine line, string why) =>
        new($"comes round by a rule that cannot be followed: {why} (line {line.Number}, {ContentLine.Quote(line.TrimmedValue)})");

    /// <summary>Why the parts do not go together by the standard: programs read such rules differently. Null where they do.</summary>
    private static string? Contradiction(Dictionary<string, string> parts)
    {
        string frequency = parts.GetValueOrDefault("FREQ", "");
        return frequency.Length == 0 ? "it does not say FREQ"
            : parts.ContainsKey("COUNT") && parts.ContainsKey("UNTIL") ? "it has both COUNT and UNTIL"
            : parts.ContainsKey("BYWEEKNO") && frequency != "YEARLY" ? "BYWEEKNO goes with FREQ=YEARLY alone"
            : parts.ContainsKey("BYYEARDAY") && frequency != "YEARLY" ? "BYYEARDAY goes with FREQ=YEARLY alone"
            : parts.ContainsKey("BYMONTHDAY") && frequency == "WEEKLY" ? "BYMONTHDAY does not go with FREQ=WEEKLY"
            : parts.TryGetValue("BYDAY", out string? days) && days.Any(char.IsDigit)
                && (frequency is not ("MONTHLY" or "YEARLY") || parts.ContainsKey("BYWEEKNO"))
                ? "a number before a weekday goes with FREQ=MONTHLY or YEARLY alone, without BYWEEKNO"
            : parts.ContainsKey("BYSETPOS") && parts.Keys.Count(part => part.StartsWith("BY", StringComparison.Ordinal)) == 1
                ? "BYSETPOS goes with another BY… alone"
            : null;
    }

    private static RecurrencePattern ToPattern(ContentLine line, Dictionary<string, string> parts)
    {
        try
        {
            return new(string.Join(';', parts.Select(part => $"{part.Key}={part.Value}")));
        }
        catch (Exception unreadable) when (
            unreadable is ArgumentException or FormatException or OverflowException or InvalidOperationException)
        {
            throw Unsupported(line, "it is none by the standard");
        }
    }

    private static Regex ListForm(string one) => Form($"{one}(,{one})*");

    private static Regex Form(string form) => new($@"^{form}\z", RegexOptions.CultureInvariant);
}
