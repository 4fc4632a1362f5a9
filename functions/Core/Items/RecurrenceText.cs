using System.Globalization;
using System.Text.RegularExpressions;
using FollowUp.Faults;
using NodaTime.Text;

namespace FollowUp.Items;

/// <summary>The text of a recurrence rule, part by part (RFC 5545, 3.3.10): what is wrong with it before any date is looked at.</summary>
internal static partial class RecurrenceText
{
    /// <summary>Whoever means that many weeks means something else; that many years leave the calendar.</summary>
    public const int IntervalMax = 1_000;

    private const string Example = "FREQ=MONTHLY;INTERVAL=3;COUNT=8";

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    private static readonly string[] Frequencies = ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

    private static readonly string[] Hours = ["BYHOUR", "BYMINUTE", "BYSECOND"];

    /// <summary>Lists of numbers: how high each goes, and whether it may count from the end.</summary>
    private static readonly Dictionary<string, (int Max, bool FromEnd)> Lists = new()
    {
        ["BYMONTH"] = (12, false),
        ["BYMONTHDAY"] = (31, true),
        ["BYYEARDAY"] = (366, true),
        ["BYWEEKNO"] = (53, true),
        ["BYSETPOS"] = (366, true),
    };

    /// <summary>
    /// What a part may not stand with: by the standard it would mean nothing there, or programs read it in different ways.
    /// </summary>
    private static readonly (string Part, Func<Dictionary<string, string>, bool> IsAgainst, string Why)[] Against =
    [
        ("UNTIL", parts => parts.ContainsKey("COUNT"), "stands beside COUNT; only one of them can end it"),
        ("BYMONTHDAY", parts => parts["FREQ"] == "WEEKLY", "counts days of months; that goes with FREQ=MONTHLY or FREQ=YEARLY"),
        ("BYMONTHDAY", parts => parts["FREQ"] == "YEARLY" && !parts.ContainsKey("BYMONTH"),
            "needs its months beside FREQ=YEARLY, like BYMONTH=6; for every month write FREQ=MONTHLY"),
        ("BYYEARDAY", parts => parts["FREQ"] != "YEARLY", "counts days of years; that goes with FREQ=YEARLY"),
        ("BYYEARDAY", parts => parts.Keys.Any(part => part is "BYMONTH" or "BYMONTHDAY" or "BYWEEKNO"),
            "stands beside another way to name a day of the year; write one of them"),
        ("BYWEEKNO", parts => parts["FREQ"] != "YEARLY", "counts weeks of years; that goes with FREQ=YEARLY"),
        ("BYWEEKNO", parts => parts.Keys.Any(part => part is "BYMONTH" or "BYMONTHDAY"),
            "stands beside another way to name a day of the year; write one of them"),
        ("BYWEEKNO", parts => parts["BYWEEKNO"].Split(',').DistinctBy(week => week[0] == '-').Count() > 1,
            "counts from the start of the year and from its end, where two numbers may be one week; write one way"),
        ("BYDAY", parts => (parts["FREQ"] == "WEEKLY" || parts.ContainsKey("BYWEEKNO")) && parts["BYDAY"].Any(char.IsAsciiDigit),
            "has a number, and a week has each weekday once; leave the number out"),
        ("BYDAY", parts => (parts["FREQ"] == "MONTHLY" || parts.ContainsKey("BYMONTH"))
                && parts["BYDAY"].Split(',').Any(day => Number(day) > 5),
            "has a number above 5, and a month has no weekday so often"),
        ("BYSETPOS", parts => !parts.Keys.Any(part => part is "BYDAY" or "BYMONTH" || Counts(part)),
            "chooses among the days that another part names, like BYDAY; there is none"),
    ];

    /// <summary>Null for a rule of the standard that names days.</summary>
    public static string? Fault(string rule)
    {
        if (Surplus(rule) is { } surplus)
        {
            return Unread(surplus);
        }

        Dictionary<string, string> parts = [];
        foreach (string part in rule.ToUpperInvariant().Split(';'))
        {
            if (part.Split('=') is not [var name, { Length: > 0 } value])
            {
                return Unread($"“{part}” is none of its parts");
            }

            if (!parts.TryAdd(name, value))
            {
                return Unread($"{name} stands in it twice");
            }
        }

        return !parts.TryGetValue("FREQ", out string? every) ? Unread("it does not say FREQ")
            : !Frequencies.Contains(every) ? Unread("FREQ is WEEKLY, MONTHLY or YEARLY")
            : every is not ("WEEKLY" or "MONTHLY" or "YEARLY") ? $"must come round by week, month or year, like {Example}"
            : parts.Keys.Any(Hours.Contains) ? "names an hour; what is due is a day"
            : parts.Select(Fault).OfType<string>().FirstOrDefault()
            ?? Against.Where(pair => parts.ContainsKey(pair.Part) && pair.IsAgainst(parts))
                .Select(pair => Unread($"{pair.Part} {pair.Why}")).FirstOrDefault();
    }

    /// <summary>What a rule brings along from where it was copied.</summary>
    private static string? Surplus(string rule) =>
        rule.StartsWith("RRULE:", StringComparison.OrdinalIgnoreCase) ? "it begins with FREQ; leave RRULE: out"
        : rule.FirstOrDefault(letter => char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format)
            is not '\0' and var unseen
            ? $"it holds a blank, or what nobody sees (U+{(int)unseen:X4}); take it out"
            : null;

    private static string? Fault(KeyValuePair<string, string> part) => part.Key switch
    {
        "FREQ" => null,
        "INTERVAL" => IsNumber(part.Value, IntervalMax) ? null : Unread($"INTERVAL is a number from 1 to {IntervalMax}"),
        "COUNT" => IsNumber(part.Value, int.MaxValue) ? null : Unread("COUNT is a number, and at least 1"),
        "UNTIL" when part.Value.Contains('T', StringComparison.Ordinal) => "ends at an hour; write UNTIL as a day, like UNTIL=20271231",
        "UNTIL" => Day.Parse(part.Value).Success ? null : Unread("UNTIL is a day, like UNTIL=20271231"),
        "WKST" => part.Value.Length == 2 && IsWeekday(part.Value) ? null : Unread("WKST is a weekday, like WKST=MO"),
        "BYDAY" => Array.TrueForAll(part.Value.Split(','), IsWeekday) ? null : Unread("BYDAY names weekdays, like BYDAY=MO,-1FR"),
        _ when Lists.TryGetValue(part.Key, out var list) =>
            Array.TrueForAll(part.Value.Split(','), number => IsNumber(list.FromEnd ? Unsigned(number) : number, list.Max))
            ? null : Unread($"{part.Key} names numbers from 1 to {list.Max}{(list.FromEnd ? ", or with a minus from the end" : "")}"),
        _ => Unread($"{part.Key} is none of its parts"),
    };

    private static bool Counts(string part) => part != "BYSETPOS" && Lists.ContainsKey(part);

    private static bool IsWeekday(string day) => WeekdayForm().IsMatch(day) && Number(day) is null or (>= 1 and <= 53);

    /// <summary>The 5 of 5FR and of -5FR.</summary>
    private static int? Number(string weekday) =>
        int.TryParse(Unsigned(weekday)[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static bool IsNumber(string text, int max) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= max;

    private static string Unsigned(string number) => number is ['+' or '-', ..] ? number[1..] : number;

    private static string Unread(string why) => RegisterFaults.NotRule.Fill(why);

    [GeneratedRegex(@"^([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)\z", RegexOptions.CultureInvariant)]
    private static partial Regex WeekdayForm();
}
