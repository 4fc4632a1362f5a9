using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>How long an event lasts, written <c>P1D</c> or <c>PT9H</c>.</summary>
internal static partial class ICalDuration
{
    /// <exception cref="CalendarFileException">It is none, or less than nothing.</exception>
    public static Duration Parse(ContentLine line)
    {
        Match read = Pattern().Match(line.TrimmedValue);
        if (!read.Success || read.Groups[1].Value == "-" || !read.Groups.Cast<Group>().Skip(2).Any(part => part.Success))
        {
            throw new CalendarFileException(
                $"has in its DURATION, line {line.Number}, no length like P1D: {ContentLine.Quote(line.TrimmedValue)}");
        }

        return Duration.FromDays((7 * Number(read, 2)) + Number(read, 3))
            + Duration.FromHours(Number(read, 4)) + Duration.FromMinutes(Number(read, 5)) + Duration.FromSeconds(Number(read, 6));
    }

    /// <summary>Whether it is said in hours, or in parts of them.</summary>
    public static bool HasTimePart(ContentLine line)
    {
        Match read = Pattern().Match(line.TrimmedValue);
        return Number(read, 4) + Number(read, 5) + Number(read, 6) > 0;
    }

    private static int Number(Match read, int group) =>
        read.Groups[group].Success ? int.Parse(read.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        "^([+-]?)P(?:([0-9]{1,5})W)?(?:([0-9]{1,5})D)?(?:T(?:([0-9]{1,6})H)?(?:([0-9]{1,7})M)?(?:([0-9]{1,8})S)?)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
