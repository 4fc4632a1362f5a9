using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Delivery.Languages;

/// <summary>Days, spans of them and moments, as a language writes them.</summary>
internal sealed class DayWords(LanguageRules rules)
{
    /// <summary>Has each day that there is.</summary>
    private const int LeapYear = 2000;

    private static readonly AnnualDatePattern DayOfYear = AnnualDatePattern.CreateWithInvariantCulture("MM-dd");

    /// <summary>The patterns that each language has.</summary>
    public static IReadOnlyList<string> Patterns { get; } =
        ["date", "shortDate", "dayMonth", "weekdayMonth", "moment", "span", "spanWithin"];

    /// <summary>What may stand in them.</summary>
    public static IReadOnlyList<string> Blanks { get; } =
        ["day", "first", "month", "monthShort", "number", "year", "weekday", "weekdayShort", "time", "from", "to"];

    public string Date(LocalDate day) => Fill("date", day);

    public string Moment(LocalDateTime at) => Fill("moment", at.Date, at.ToString("HH:mm", CultureInfo.InvariantCulture));

    /// <param name="form">One of <see cref="Patterns"/> or <c>weekday</c>.</param>
    /// <param name="value">As a saying has it; what is no day stands as it is.</param>
    public string Said(string form, string value) => form switch
    {
        "weekday" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int weekday) && weekday is >= 1 and <= 7
            ? rules.Weekdays[weekday - 1]
            : value,
        "span" => Span(value.Split('/')) ?? value,
        _ => Day(form, value) ?? value,
    };

    private string? Span(string[] ends) =>
        Parse(ends[0]) is not { } from || Parse(ends[^1]) is not { } to ? null
        : from == to ? Day("dayMonth", ends[0])
        : from.Day.Month == to.Day.Month && from.Year == to.Year ? Fill("spanWithin", to, "", from.Day.Day)
        : Pattern("span").Fill(blank => Fill("dayMonth", blank.Name == "from" ? from : to));

    private string? Day(string form, string value) => Parse(value) is not { } day ? null
        : Fill(day.Year is null ? "dayMonth" : form, day);

    private string Fill(string pattern, (AnnualDate Day, int? Year) day, string time = "", int first = 0) =>
        Fill(pattern, day.Day.InYear(day.Year ?? LeapYear), time, first);

    /// <param name="first">The day of the same month on which a span begins.</param>
    private string Fill(string pattern, LocalDate day, string time = "", int first = 0) => Pattern(pattern).Fill(blank => blank.Name switch
    {
        "day" => Digits(day.Day),
        "first" => Digits(first),
        "month" => rules.Months[day.Month - 1],
        "monthShort" => rules.MonthsShort[day.Month - 1],
        "number" => Digits(day.Month),
        "year" => Digits(day.Year),
        "weekday" => rules.Weekdays[(int)day.DayOfWeek - 1],
        "weekdayShort" => rules.WeekdaysShort[(int)day.DayOfWeek - 1],
        "time" => time,
        _ => throw new FormatException($"A day has no {blank.Name}."),
    });

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static (AnnualDate Day, int? Year)? Parse(string value) =>
        LocalDatePattern.Iso.Parse(value) is { Success: true, Value: var day } ? (new(day.Month, day.Day), day.Year)
        : DayOfYear.Parse(value) is { Success: true, Value: var annual } ? (annual, null)
        : null;

    private Sentence Pattern(string pattern) => new(rules.Days[pattern]);
}
