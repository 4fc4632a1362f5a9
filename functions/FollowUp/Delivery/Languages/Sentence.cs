using System.Text;
using System.Text.RegularExpressions;

namespace FollowUp.Delivery.Languages;

/// <summary>
/// A sentence of a language with blanks: <c>Due in {daysLeft:day}, on {dueOn}</c>. After the colon stands a word that is counted, or a
/// form (<see cref="Language"/> knows them).
/// </summary>
public sealed partial class Sentence
{
    private const string Stops = ".!?…。！？．";

    /// <summary>What may stand between the end of a quotation and the full stop after it.</summary>
    private const string Closings = "\"'”’»›」』\u2069";

    private readonly string[] words;

    public Sentence(string text)
    {
        Text = text;
        words = BlankForm().Replace(text, "\0").Split('\0');
        Blanks = [.. BlankForm().Matches(text).Select(blank =>
            new SentenceBlank(blank.Groups["name"].Value, blank.Groups["form"] is { Success: true } form ? form.Value : null))];
    }

    public string Text { get; }

    public IReadOnlyList<SentenceBlank> Blanks { get; }

    /// <summary>A brace that belongs to no blank is a slip of the pen.</summary>
    public bool IsWhole => !string.Concat(words).AsSpan().ContainsAny('{', '}');

    /// <param name="write">What stands in a blank.</param>
    public string Fill(Func<SentenceBlank, string> write)
    {
        StringBuilder filled = new(words[0]);
        for (int n = 0; n < Blanks.Count; n++)
        {
            _ = filled.Append(write(Blanks[n]));
            Append(filled, words[n + 1]);
        }

        return filled.ToString();
    }

    /// <summary>
    /// What people wrote may end with a full stop of its own, and an abbreviation too: two in a row say no more than one.
    /// </summary>
    private static void Append(StringBuilder filled, string next)
    {
        int closed = next.AsSpan().IndexOfAnyExcept(Closings);
        bool isDouble = closed >= 0 && next[closed] is ('.' or '。') && EndsWithStop(filled)
            && !next.AsSpan(closed).StartsWith("..", StringComparison.Ordinal);
        _ = isDouble ? filled.Append(next, 0, closed).Append(next, closed + 1, next.Length - closed - 1) : filled.Append(next);
    }

    private static bool EndsWithStop(StringBuilder filled)
    {
        int last = filled.Length - 1;
        while (last >= 0 && Closings.Contains(filled[last], StringComparison.Ordinal))
        {
            last--;
        }

        return last >= 0 && Stops.Contains(filled[last], StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{(?<name>\w+)(:(?<form>#?\w+))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex BlankForm();
}

/// <summary>A place in a sentence that a fact goes into.</summary>
/// <param name="Form">How it is written; null where its kind says so.</param>
public sealed record SentenceBlank(string Name, string? Form);
