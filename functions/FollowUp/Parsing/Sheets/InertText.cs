using System.Text.RegularExpressions;

namespace FollowUp.Parsing.Sheets;

/// <summary>
/// Spreadsheet programs compute what begins with one of a few characters: a title could send what is in its file to somebody, or start a
/// program (OWASP, formula injection). An apostrophe before it makes it a text again; what is taken in comes without.
/// </summary>
public static partial class InertText
{
    private const char Mark = '\'';

    /// <summary>As it goes out.</summary>
    public static string Write(string text) => IsLive(text) ? Mark + text : text;

    /// <summary>As it was before it went out.</summary>
    public static string Read(string text) => text.StartsWith(Mark) && IsLive(text[1..]) ? text[1..] : text;

    /// <summary>
    /// Apostrophes before it count as well, so that a text that begins with one and is no mark of ours comes back as it was. Characters of
    /// double width count: programs set to Chinese take them for the others. A number below zero computes nothing, and stays one.
    /// </summary>
    private static bool IsLive(string text) => text.TrimStart(Mark) is [var first, ..] bare && !BelowZero().IsMatch(bare)
        && first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\0' or '＝' or '＋' or '－' or '＠';

    [GeneratedRegex(@"^-(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?\z")]
    private static partial Regex BelowZero();
}
