using System.Globalization;
using System.Text.RegularExpressions;

namespace FollowUp.Plans;

/// <summary>How far a rung lies from its anchor: <c>-7cd</c>, <c>+1wd</c>, <c>1mo</c>, or <c>0</c>.</summary>
public readonly partial record struct Offset(int Count, OffsetUnit Unit)
{
    /// <summary>Ten years of days; a reminder further away than that is a typing mistake.</summary>
    public const int CountMax = 3_660;

    /// <summary>The same ten years in months; repeated as often as a rung may, they must not leave the calendar.</summary>
    public const int MonthsMax = 120;

    public static Offset? Parse(string text)
    {
        if (text == "0")
        {
            return new(0, OffsetUnit.CalendarDays);
        }

        Match match = Form().Match(text);
        if (!match.Success
            || !int.TryParse(match.Groups[1].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int count)
            || Math.Abs(count) > (match.Groups[2].Value == "mo" ? MonthsMax : CountMax))
        {
            return null;
        }

        return new(count, match.Groups[2].Value switch
        {
            "wd" => OffsetUnit.WorkingDays,
            "cd" => OffsetUnit.CalendarDays,
            _ => OffsetUnit.Months,
        });
    }

    public override string ToString() =>
        Count == 0 ? "0" : $"{(Count > 0 ? "+" : "")}{Count.ToString(CultureInfo.InvariantCulture)}{Unit switch
        {
            OffsetUnit.WorkingDays => "wd",
            OffsetUnit.CalendarDays => "cd",
            _ => "mo",
        }}";

    [GeneratedRegex(@"^([+-]?\d{1,4})(wd|cd|mo)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
