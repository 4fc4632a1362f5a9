using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using FollowUp.Delivery.Languages;
using FollowUp.Parsing;
using FollowUp.Phrases;

namespace FollowUp.Http;

/// <summary>
/// What is wrong with a row, in the language of whoever reads the file: in the very words of the board, whose files of words are read here,
/// so that no fault is said in two ways. What they have no words for is said in English.
/// </summary>
internal sealed partial class FaultWords
{
    private static readonly string[] Files = ["faults.js", "sheets.js", "register.js"];

    /// <summary>In these blanks stands a phrase of its own, whose words are of that kind.</summary>
    private static readonly Dictionary<string, string> Within = new() { ["fault"] = "fault", ["refusal"] = "fault", ["why"] = "because" };

    private readonly Dictionary<string, string> words = [];
    private readonly PluralRules plurals;

    /// <param name="language">One that the board has.</param>
    public FaultWords(string language)
    {
        plurals = new(LetterLanguages.OfBuild[language].Rules.Plurals);
        foreach (string line in Files.SelectMany(file => Read($"page/words/{language}/{file}")))
        {
            if (Entry().Match(line) is { Success: true } entry)
            {
                words[entry.Groups["key"].Value] = entry.Groups["words"].Value;
            }
        }
    }

    /// <summary>What the column is called that says why.</summary>
    public string Why => words["sheets.why"].Trim('\'');

    public string Of(Fault fault) => FaultPhrases.OfField(fault.Detail) is { } phrase ? Say("fault", phrase) ?? fault.Detail : fault.Detail;

    /// <returns>Null where there are no words for it.</returns>
    private string? Say(string kind, Phrase phrase) => words.TryGetValue($"{kind}.{phrase.Code}", out string? said)
        ? Blank().Replace(Form(said, phrase), blank => Value(blank.Groups[1].Value, phrase)) : null;

    /// <summary>Of several forms the one that goes with the number.</summary>
    private string Form(string said, Phrase phrase)
    {
        Dictionary<string, string> forms =
            Counted().Matches(said).ToDictionary(form => form.Groups["category"].Value, form => form.Groups["words"].Value);
        return forms.Count == 0 ? said.Trim('\'')
            : forms.GetValueOrDefault(plurals.CategoryOf(Convert.ToInt64(phrase.Args["days"], CultureInfo.InvariantCulture)))
                ?? forms[PluralRules.Other];
    }

    private string Value(string name, Phrase phrase) => phrase.Args.GetValueOrDefault(name) switch
    {
        _ when Within.TryGetValue(name, out string? kind) && phrase.Args.GetValueOrDefault("reason") is Phrase reason
            && Say(kind, reason) is { } said => said,
        null => "",
        string known when name == "known" => Blank().Replace(words["fault.unknown.known"].Trim('\''), known),
        string text => text,
        System.Collections.IEnumerable some => string.Join(words["shift.list"].Trim('\''), some.Cast<object>()),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    private static IEnumerable<string> Read(string name)
    {
        using Stream file = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing from the build.");
        using StreamReader reader = new(file);
        return reader.ReadToEnd().Split('\n');
    }

    /// <summary>A line of words: <c>'fault.required': 'Please fill this in.',</c>.</summary>
    [GeneratedRegex(@"^\s*'(?<key>[a-z][\w.-]*)': (?<words>'[^']*'|\{.*\}),\r?$")]
    private static partial Regex Entry();

    [GeneratedRegex(@"(?<category>\w+): '(?<words>[^']*)'")]
    private static partial Regex Counted();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Blank();
}
