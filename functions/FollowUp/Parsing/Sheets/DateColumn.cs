using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FollowUp.Faults;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Parsing.Sheets;

/// <summary>
/// The dates of one column, as offices write them: 2020-05-29, 2020/5/29, 2020年5月29日, 29.05.2020, and 29/5/2020 or 5/29/2020. In the
/// last two forms 3/4/2020 could be both: the sender says which is meant, or another date of the column shows it. Nothing is guessed.
/// </summary>
public sealed partial class DateColumn
{
    private readonly DateOrder? order;

    /// <param name="wanted">What the sender says; null where the column must show it.</param>
    public DateColumn(IEnumerable<SheetCell> cells, DateOrder? wanted)
    {
        DateOrder[] shown = wanted is not null ? [] : [.. cells.Select(ShownBy).OfType<DateOrder>().Distinct()];
        order = wanted ?? (shown is [var only] ? only : null);
    }

    /// <returns>The day, or what is wrong with it.</returns>
    public (LocalDate? Day, string? Fault) Read(SheetCell cell)
    {
        if (cell.Day is { } day)
        {
            return Checked(day.Year, day.Month, day.Day);
        }

        string text = Plain(cell.Text);
        return Number().IsMatch(text) ? (null, SheetFaults.DateIsNumber.Fill(text))
            : YearFirst().Match(text) is { Success: true } first ? Checked(first, "y", "m", "d")
            : Dotted().Match(text) is { Success: true } dotted ? Checked(dotted, "y", "m", "d")
            : Stroked().Match(text) is { Success: true } stroked ? Stroked(stroked, cell.Text)
            : WithoutCentury().IsMatch(text) ? (null, SheetFaults.DateWithoutCentury.Fill(cell.Text))
            : (null, SheetFaults.DateUnreadable.Fill(SheetLimits.Shown(cell.Text)));
    }

    private (LocalDate? Day, string? Fault) Stroked(Match match, string text)
    {
        (int first, int second) = (Part(match, "a"), Part(match, "b"));
        if ((order ?? ShownBy(first, second)) is { } known || first == second)
        {
            return order == DateOrder.MonthFirst || (order is null && ShownBy(first, second) == DateOrder.MonthFirst)
                ? Checked(match, "y", "a", "b") : Checked(match, "y", "b", "a");
        }

        (LocalDate? one, string? wrong) = Checked(match, "y", "b", "a");
        LocalDate? other = Checked(match, "y", "a", "b").Day;
        return one is null || other is null ? (null, wrong ?? SheetFaults.DateUnreadable.Fill(text))
            : (null, SheetFaults.DateUnclear.Fill(text, one, other));
    }

    /// <summary>Which order a date shows by itself: no year has a thirteenth month.</summary>
    private static DateOrder? ShownBy(SheetCell cell) =>
        cell.Day is null
            && Stroked().Match(Plain(cell.Text)) is { Success: true } match ? ShownBy(Part(match, "a"), Part(match, "b")) : null;

    private static DateOrder? ShownBy(int first, int second) =>
        first > 12 && second <= 12 ? DateOrder.DayFirst : second > 12 && first <= 12 ? DateOrder.MonthFirst : null;

    private static (LocalDate? Day, string? Fault) Checked(Match match, string year, string month, string day) =>
        Checked(Part(match, year), Part(match, month), Part(match, day));

    private static (LocalDate? Day, string? Fault) Checked(int year, int month, int day)
    {
        string iso = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}");
        return (Day.ParseOrNull(iso), Day.Fault(iso));
    }

    /// <summary>Digits of double width as others, and without the midnight that some programs write behind each date.</summary>
    private static string Plain(string text) => Midnight().Replace(text.Normalize(NormalizationForm.FormKC).Trim(), "");

    private static int Part(Match match, string name) =>
        int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<y>[0-9]{4})\s?[-/.年]\s?(?<m>[0-9]{1,2})\s?[-/.月]\s?(?<d>[0-9]{1,2})\s?[日号]?\z", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    /// <summary>Wherever dates are written with dots, the day comes first.</summary>
    [GeneratedRegex(@"^(?<d>[0-9]{1,2})\.(?<m>[0-9]{1,2})\.(?<y>[0-9]{4})(?:\s?г\.?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^(?<a>[0-9]{1,2})[/-](?<b>[0-9]{1,2})[/-](?<y>[0-9]{4})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Stroked();

    [GeneratedRegex(@"^[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutCentury();

    [GeneratedRegex(@"^[0-9]{1,7}(?:[.,][0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"[ T]00:00(?::00(?:\.0+)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Midnight();
}
