using System.Globalization;
using System.Text;
using FollowUp.Values;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>Words that mark events, written <c>补班,worked</c>.</summary>
internal sealed class MarkWords
{
    private readonly List<string> words;
    private readonly HashSet<string> unused;

    /// <param name="words">Null where nobody said; empty for "there are none".</param>
    public MarkWords(string? words)
    {
        IsSaid = words is not null;
        this.words = [.. (words ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
        unused = [.. this.words];
    }

    public bool IsSaid { get; }

    /// <summary>More words than anybody would give: a mistake.</summary>
    public bool AreTooMany => words.Count > Limits.Few;

    public bool IsNone => IsSaid && words.Count == 0;

    /// <summary>Those that have marked nothing so far.</summary>
    public IEnumerable<string> Unused => words.Where(unused.Contains);

    /// <summary>The first word that stands in a name, or is one of the labels; null where none does.</summary>
    public string? Mark(string name, IReadOnlyList<string> labels)
    {
        List<string> marking = [.. words.Where(word => Begins(word, name) || labels.Any(label => IsSame(label, word)))];
        unused.ExceptWith(marking);
        return marking.FirstOrDefault();
    }

    public static bool IsSame(string one, string other) => string.Equals(Compared(one), Compared(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether <paramref name="word"/> stands in a text, as a word or the beginning of one: a "нерабочий день" is not marked by
    /// "рабочий день", nor a "non-workday" by "workday". Chinese puts no spaces between its words, and "补班" is marked by "班".
    /// </summary>
    public static bool Begins(string word, string text)
    {
        (word, text) = (Compared(word), Compared(text));
        for (int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !IsCased(word[0]) || (text[at - 1] != '-' && !IsPart(text[at - 1])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Letters that look the same are the same, however a program puts them together, and however wide they are.</summary>
    private static string Compared(string text) => text.Normalize(NormalizationForm.FormKC);

    private static bool IsPart(char letter) => IsCased(letter) || char.IsDigit(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;

    private static bool IsCased(char letter) => char.IsUpper(letter) || char.IsLower(letter);
}
