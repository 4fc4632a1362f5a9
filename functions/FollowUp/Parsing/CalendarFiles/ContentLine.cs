using System.Text.RegularExpressions;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>A content line (RFC 5545, 3.1), a property as it stands in the file: <c>DTSTART;VALUE=DATE:20201001</c>.</summary>
/// <param name="Name">In capitals.</param>
internal sealed partial record ContentLine(int Number, string Name, string Parameters, string Value)
{
    private const int MaxQuoted = 60;

    /// <summary>The properties that are read; any other may be written as it likes.</summary>
    private static readonly HashSet<string> SupportedProperties =
    [
        "UID", "SEQUENCE", "STATUS", "SUMMARY", "DESCRIPTION", "CATEGORIES", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE",
        "EXDATE", "EXRULE", "RECURRENCE-ID", "METHOD", "VERSION", "NAME", "X-WR-CALNAME", "X-WR-TIMEZONE",
    ];

    /// <exception cref="CalendarFileException">It is none.</exception>
    public static ContentLine Parse(UnfoldedLine line)
    {
        Match split = LinePattern().Match(line.Text);
        Match other = split.Success ? split : IgnorableLinePattern().Match(line.Text);
        string name = other.Groups[1].Value.ToUpperInvariant();
        return split.Success ? new(line.Number, name, split.Groups[2].Value, split.Groups[3].Value)
            : other.Success && !SupportedProperties.Contains(name) ? new(line.Number, name, "", "")
            : throw new CalendarFileException(
                $"cannot be read in line {line.Number}, which is not of the form NAME:value: {Quote(line.Text)}. "
                + "A line that goes on with the one before begins with a space");
    }

    /// <summary>The value of a structured property: no program means anything by the space around it.</summary>
    public string TrimmedValue => Value.Trim();

    public string? Parameter(string name) => Parameter().Matches(Parameters)
        .FirstOrDefault(one => string.Equals(one.Groups[1].Value, name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? found.Groups[2].Value.Trim().Trim('"')
            : null;

    /// <summary>The text that the value stands for (RFC 5545, 3.3.11).</summary>
    public string UnescapedText()
    {
        RejectQuotedPrintable();
        return EscapePattern().Replace(Value, escape => escape.Value[1] is 'n' or 'N' ? "\n" : escape.Value[1..]);
    }

    public static string Quote(string text) => $"“{(text.Length > MaxQuoted ? $"{text[..MaxQuoted]}…" : text)}”";

    private void RejectQuotedPrintable()
    {
        if (string.Equals(Parameter("ENCODING"), "QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase))
        {
            throw new CalendarFileException(
                $"has its {Name} in QUOTED-PRINTABLE (line {Number}), as vCalendar 1.0 did; export it as iCalendar 2.0");
        }
    }

    [GeneratedRegex("""^([A-Za-z0-9._-]+)((?:;(?:[^";:]|"[^"]*")*)*):(.*)$""", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex LinePattern();

    [GeneratedRegex("^([A-Za-z0-9._-]+);.*:", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex IgnorableLinePattern();

    [GeneratedRegex(""";\s*([A-Za-z0-9-]+)\s*=((?:[^";:]|"[^"]*")*)""")]
    private static partial Regex Parameter();

    [GeneratedRegex("""\\[\\;,nN]""")]
    private static partial Regex EscapePattern();
}
