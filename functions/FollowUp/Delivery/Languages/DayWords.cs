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
        ["date", "shortDate", "dayMonth", "weekdayMonth", "moment", "span", "spanInMonth"];

    public string Date(LocalDate day) => Fill("date", day, "");

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
        : Sentences("span").Fill(blank => Fill(blank.Name == "from" && from.Day.Month == to.Day.Month && from.Year == to.Year
            ? "spanInMonth"
            : "dayMonth", blank.Name == "from" ? from : to));

    private string? Day(string form, string value) => Parse(value) is not { } day ? null
        : Fill(day.Year is null ? "dayMonth" : form, day);

    private string Fill(string pattern, (AnnualDate Day, int? Year) day) =>
        Fill(pattern, day.Day.InYear(day.Year ?? LeapYear), "");

    private string Fill(string pattern, LocalDate day, string time) => Sentences(pattern).Fill(blank => blank.Name switch
    {
        "day" => day.Day.ToString(CultureInfo.InvariantCulture),
        "month" => rules.Months[day.Month - 1],
        "monthShort" => rules.MonthsShort[day.Month - 1],
        "number" => day.Month.ToString(CultureInfo.InvariantCulture),
        "year" => day.Year.ToString(CultureInfo.InvariantCulture),
        "weekday" => rules.Weekdays[(int)day.DayOfWeek - 1],
        "weekdayShort" => rules.WeekdaysShort[(int)day.DayOfWeek - 1],
        "time" => time,
        _ => throw new FormatException($"A day has no {blank.Name}."),
    });

    private static (AnnualDate Day, int? Year)? Parse(string value) =>
        LocalDatePattern.Iso.Parse(value) is { Success: true, Value: var day } ? (new(day.Month, day.Day), day.Year)
        : DayOfYear.Parse(value) is { Success: true, Value: var annual } ? (annual, null)
        : null;

    private Sentence Sentences(string pattern) => new(rules.Days[pattern]);
}
