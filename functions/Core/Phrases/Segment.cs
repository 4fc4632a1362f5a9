using System.Text;
using System.Text.RegularExpressions;

namespace FollowUp.Phrases;

/// <summary>A place in a template that a value goes into.</summary>
internal sealed record Blank(string Name, BlankKind Kind);

/// <summary>A part of a template that is there, or not, as a whole: words and blanks.</summary>
internal sealed partial class Segment
{
    private readonly string[] words;
    private readonly bool isOptional;

    private Segment(string template, bool isOptional)
    {
        this.isOptional = isOptional;
        words = BlankForm().Replace(template, "\0").Split('\0');
        Blanks = [.. BlankForm()
            .Matches(template).Select(blank => new Blank(blank.Groups["name"].Value, BlankKind.Named(blank.Groups["kind"].Value)))];
    }

    public Blank[] Blanks { get; }

    public static Segment[] Split(string template) =>
        [.. OptionForm().Split(template).Where(part => part.Length > 0).Select(
            part => part is ['[', .. var inner, ']'] ? new Segment(inner, isOptional: true) : new Segment(part, isOptional: false))];

    public void Fill(ReadOnlySpan<object?> values, StringBuilder english)
    {
        if (isOptional && !HasAny(values))
        {
            return;
        }

        for (int n = 0; n < Blanks.Length; n++)
        {
            _ = english.Append(words[n]).Append(Blanks[n].Kind.Write(values[n]!));
        }

        _ = english.Append(words[^1]);
    }

    /// <summary>What it looks like in a sentence, as a regular expression.</summary>
    public string Pattern()
    {
        StringBuilder pattern = new();
        for (int n = 0; n < Blanks.Length; n++)
        {
            _ = pattern.Append(Regex.Escape(words[n])).Append($"(?<{Blanks[n].Name}>{Blanks[n].Kind.Pattern})");
        }

        _ = pattern.Append(Regex.Escape(words[^1]));
        return isOptional ? $"(?:{pattern})?" : pattern.ToString();
    }

    [GeneratedRegex(@"(\[[^\]]*\])")]
    private static partial Regex OptionForm();

    [GeneratedRegex(@"\{(?<name>\w+)(:(?<kind>\w+))?\}")]
    private static partial Regex BlankForm();

    private static bool HasAny(ReadOnlySpan<object?> values)
    {
        foreach (object? value in values)
        {
            if (value is not null)
            {
                return true;
            }
        }

        return false;
    }
}
