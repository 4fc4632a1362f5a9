using FollowUp.Values;

namespace FollowUp.Parsing.Sheets;

/// <summary>A column that is known, by the names that offices give it.</summary>
/// <param name="Field">What it holds, in the words of options and answers.</param>
/// <param name="En">Its name in an export for English readers.</param>
/// <param name="Others">More names, in any language.</param>
public sealed record SheetColumn(string Field, string En, string Zh, string Ru, params IReadOnlyList<string> Others)
{
    private readonly HashSet<string> names = [.. Others.Append(En).Append(Zh).Append(Ru).Append(Field).Select(Key)];

    /// <summary>Whether somebody who writes that means this column: case, width and marks around it make no difference.</summary>
    public bool IsCalled(string name) => names.Contains(Key(name));

    public string NameIn(string language) => language switch { "zh" => Zh, "ru" => Ru, _ => En };

    internal static string Key(string name) =>
        string.Join(' ', SearchText.Fold(name).Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static readonly char[] Between = [' ', '\u00a0', '\t', '\n', '\r', '_', '*', ':', '.', '(', ')'];
}
