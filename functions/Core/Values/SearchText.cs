using System.Text;

namespace FollowUp.Values;

/// <summary>
/// Texts as they are searched: letters' case, their width and the dots of ё make no difference to whoever looks for something.
/// </summary>
public static class SearchText
{
    /// <summary>More is no search any more, but a text.</summary>
    public const int LengthMax = 200;

    /// <summary>All of it in one line, where each search word is found if it stands anywhere.</summary>
    public static string Of(IEnumerable<string?> texts) => Fold(string.Join('\n', texts.Where(text => text is not null)));

    /// <summary>What somebody looks for: every word of it must be found.</summary>
    public static IReadOnlyList<string> WordsOf(string search) =>
        [.. Fold(search).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct()];

    /// <summary>As two texts compare that somebody takes for the same word.</summary>
    public static string Fold(string text) =>
        TextRules.NormalizeUnicode(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace('ё', 'е');
}
