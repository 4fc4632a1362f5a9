using System.Globalization;
using System.Text.RegularExpressions;
using FollowUp.Faults;
using NodaTime;

namespace FollowUp.Values;

/// <summary>A day of the calendar, written <c>2020-05-29</c>, within the years that treaties and ladders reach.</summary>
public static partial class Day
{
    /// <summary>Treaties are old and plans reach ten years, repeated: no date that a ladder leads to may leave the calendar.</summary>
    public const int YearMin = 1600;

    /// <inheritdoc cref="YearMin"/>
    public const int YearMax = 2400;

    private static readonly string Expected = ValueFaults.NotDate.Fill(YearMin, YearMax);

    /// <summary>Null where it is none.</summary>
    public static LocalDate? ParseOrNull(string text) => Read(text).Day;

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public static string? Fault(string text) => Read(text).Fault;

    private static (LocalDate? Day, string? Fault) Read(string text)
    {
        if (Form().Match(text) is not { Success: true, Groups: var parts }
            || Number(parts[1]) is not (>= YearMin and <= YearMax and int year))
        {
            return (null, Expected);
        }

        (int month, int day) = (Number(parts[2]), Number(parts[3]));
        if (month is < 1 or > 12)
        {
            return (null, ValueFaults.NoMonth.Fill(month, YearMin, YearMax));
        }

        int last = CalendarSystem.Iso.GetDaysInMonth(year, month);
        return day < 1 || day > last
            ? (null, ValueFaults.NoDay.Fill(month, year, last))
            : (new LocalDate(year, month, day), null);
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9]{4})-([0-9]{2})-([0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
