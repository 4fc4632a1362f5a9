using System.Text;
using System.Text.RegularExpressions;

namespace FollowUp.Phrases;

/// <summary>
/// A sentence that FollowUp says, in English: <c>Plan {plan} tells nobody in {rungs:rungs}</c>. Its words stand here and nowhere else:
/// they are filled in to be written, and what was written is read back by the same words, so that text and data cannot drift apart.
/// </summary>
/// <remarks>
/// <c>{name}</c> is an id, <c>{name:kind}</c> something else (<see cref="BlankKind"/>). What stands in brackets is left out where none of
/// its blanks has a value.
/// </remarks>
public sealed class PhraseTemplate
{
    private readonly Segment[] segments;
    private readonly Blank[] blanks;
    private readonly Lazy<SentenceForm[]> forms;

    /// <param name="english">As it is written.</param>
    /// <param name="earlier">As earlier versions wrote it into rows that are still there: it is read, and written no more.</param>
    public PhraseTemplate(string code, string english, params string[] earlier)
    {
        (Code, Text) = (code, english);
        segments = Segment.Split(english);
        blanks = [.. segments.SelectMany(segment => segment.Blanks)];
        forms = new(() => [.. earlier.Prepend(english).Select(form => new SentenceForm(form))]);
    }

    public string Code { get; }

    /// <summary>The whole sentence, where it has no blanks.</summary>
    public string Text { get; }

    /// <summary>The sentence with these values in its blanks, in their order; null where there is none.</summary>
    public string Fill(params ReadOnlySpan<object?> values)
    {
        StringBuilder english = new();
        foreach (Segment segment in segments)
        {
            segment.Fill(values[..segment.Blanks.Length], english);
            values = values[segment.Blanks.Length..];
        }

        return english.ToString();
    }

    /// <summary>The same as data.</summary>
    public Phrase With(params ReadOnlySpan<object?> values)
    {
        Dictionary<string, object> args = [];
        for (int n = 0; n < blanks.Length; n++)
        {
            if (values[n] is { } value)
            {
                args[blanks[n].Name] = value;
            }
        }

        return new(Code, args);
    }

    /// <summary>The English of a phrase of this code.</summary>
    public string Say(Phrase phrase) => Fill([.. blanks.Select(blank => phrase.Args.GetValueOrDefault(blank.Name))]);

    /// <summary>What a sentence says; null where it is another one.</summary>
    public Phrase? Read(string text) =>
        forms.Value.Select(form => form.Read(text)).FirstOrDefault(args => args is not null) is { } args ? new(Code, args) : null;
}

/// <summary>What a sentence looks like that was made of a template.</summary>
internal sealed class SentenceForm
{
    private readonly Blank[] blanks;
    private readonly Regex form;

    public SentenceForm(string template)
    {
        Segment[] segments = Segment.Split(template);
        blanks = [.. segments.SelectMany(segment => segment.Blanks)];
        form = new($@"\A{string.Concat(segments.Select(segment => segment.Pattern()))}\z",
            RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    /// <returns>What stands in its blanks; null for another sentence.</returns>
    public Dictionary<string, object>? Read(string text) =>
        form.Match(text) is { Success: true, Groups: var groups }
            ? blanks.Where(blank => groups[blank.Name].Success)
            .ToDictionary(blank => blank.Name, blank => blank.Kind.Read(groups[blank.Name].Value))
            : null;
}
