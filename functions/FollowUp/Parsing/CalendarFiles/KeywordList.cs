using System.Globalization;
using System.Text;
using FollowUp.Values;

namespace FollowUp.Parsing.CalendarFiles;

/// <summary>Words that mark events, written <c>补班,worked</c>.</summary>
internal sealed class KeywordList
{
    private readonly List<string> keywords;
    private readonly HashSet<string> unused;

    /// <param name="words">Null where nobody said; empty for "there are none".</param>
    public KeywordList(string? words)
    {
        IsGiven = words is not null;
        this.keywords = [.. (words ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
        unused = [.. this.keywords];
    }

    public bool IsGiven { get; }

    /// <summary>Whether there are more than anybody would give on purpose.</summary>
    public bool AreTooMany => keywords.Count > Limits.Few;

    public bool IsExplicitlyEmpty => IsGiven && keywords.Count == 0;

    /// <summary>Those that have marked nothing so far.</summary>
    public IEnumerable<string> Unused => keywords.Where(unused.Contains);

    /// <summary>The first word that stands in a name, or is one of the labels; null where none does.</summary>
    public string? Match(string name, IReadOnlyList<string> labels)
    {
        List<string> marking = [.. keywords.Where(word => ContainsWordStart(word, name) || labels.Any(label => AreSame(label, word)))];
        unused.ExceptWith(marking);
        return marking.FirstOrDefault();
    }

    public static bool AreSame(string one, string other) =>
        string.Equals(Normalize(one), Normalize(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether <paramref name="word"/> stands in a text, as a word or the beginning of one: a "нерабочий день" is not marked by
    /// "рабочий день", nor a "non-workday" by "workday". Chinese puts no spaces between its words, and "补班" is marked by "班".
    /// </summary>
    public static bool ContainsWordStart(string word, string text)
    {
        (word, text) = (Normalize(word), Normalize(text));
        for (int at = IndexOf(text, word, 0); at >= 0; at = IndexOf(text, word, at + 1))
        {
            if (at == 0 || !IsCased(word[0]) || (text[at - 1] != '-' && !IsWordCharacter(text[at - 1])))
            {
                return true;
            }
        }

        return false;
    }

    private static int IndexOf(string text, string word, int from) => text.IndexOf(word, from, StringComparison.OrdinalIgnoreCase);

    /// <summary>Letters that look the same are the same, however a program puts them together, and however wide they are.</summary>
    private static string Normalize(string text) => text.Normalize(NormalizationForm.FormKC);

    private static bool IsWordCharacter(char letter) =>
        IsCased(letter) || char.IsDigit(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;

    private static bool IsCased(char letter) => char.IsUpper(letter) || char.IsLower(letter);
}
