using System.Text.RegularExpressions;

namespace FollowUp.Parsing.Sheets;

/// <summary>Which cells of a workbook show a number as a day: by formats that every program knows, or that the file defines.</summary>
internal sealed partial class CellFormats
{
    private readonly Dictionary<int, string> defined = [];
    private readonly List<int> cells = [];

    /// <summary>A format that the file brings.</summary>
    public void Define(int number, string code) => defined[number] = code;

    /// <summary>The next of the ways in which cells are shown.</summary>
    public void Add(int number) => cells.Add(number);

    /// <param name="style">Of the cell, which is the place of its way in the list.</param>
    public bool IsDay(int style) =>
        style >= 0 && style < cells.Count
            && (defined.TryGetValue(cells[style], out string? code) ? ShowsDay(code) : IsKnownDay(cells[style]));

    /// <summary>14 to 17 and 22 everywhere; 27 to 36 and 50 to 58 in programs that are set to Chinese, Japanese or Korean.</summary>
    private static bool IsKnownDay(int number) =>
        number is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    /// <summary>It names a year or a day, and not only in words of its own.</summary>
    private static bool ShowsDay(string code) => Day().IsMatch(Words().Replace(code, ""));

    [GeneratedRegex("""
        "[^"]*"|\\.|\[[^\]]*\]|_.|\*.
        """)]
    private static partial Regex Words();

    [GeneratedRegex("[yYdD年日]|[mM]{3}")]
    private static partial Regex Day();
}
