using System.Globalization;
using FollowUp.Letters;
using FollowUp.Phrases;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Delivery.Languages;

/// <summary>
/// One language that letters are written in: its sentences by key, and how it writes what goes into their blanks. In a blank stands
/// <c>{name}</c>, written by its kind; <c>{name:day}</c>, counted; <c>{name:#role}</c>, the sentence <c>role.…</c> of that value; or a
/// form of <see cref="DayWords"/>.
/// </summary>
public sealed class Language
{
    private readonly IReadOnlyDictionary<string, Sentence> sentences;
    private readonly DayWords days;
    private readonly PluralRules plurals;

    internal Language(string id, LanguageRules rules, IReadOnlyDictionary<string, Sentence> sentences)
    {
        (Id, Rules, this.sentences) = (id, rules, sentences);
        (days, plurals) = (new(rules), new(rules.Plurals));
    }

    public string Id { get; }

    public LanguageRules Rules { get; }

    public IReadOnlyDictionary<string, Sentence> Sentences => sentences;

    /// <summary>The forms that each counted word must have.</summary>
    public IReadOnlyList<string> PluralCategories => plurals.Categories;

    /// <param name="key">One that each language has.</param>
    /// <param name="facts">By name. Texts of people stand apart where they are written from right to left.</param>
    /// <exception cref="KeyNotFoundException">There is no such sentence, or nothing for a blank of it.</exception>
    public string Say(string key, IReadOnlyDictionary<string, object?> facts) => sentences[key].Fill(blank =>
        Write(blank, facts[blank.Name] ?? throw new KeyNotFoundException($"{key} says {{{blank.Name}}}, and nothing is known of it.")));

    public string Say(string key) => sentences[key].Text;

    /// <summary>What FollowUp says by itself; what this language has no words for stands as it is.</summary>
    public string Say(Saying saying) => sentences.TryGetValue($"phrase.{saying.Code}", out Sentence? sentence)
        ? sentence.Fill(blank => saying.Parts?.TryGetValue(blank.Name, out IReadOnlyList<Saying>? parts) == true
            ? List(parts.Select(Say))
            : Write(blank, saying.Values.GetValueOrDefault(blank.Name, "")))
        : string.Join(' ', saying.Values.Values.Select(TextDirection.Isolate));

    public string List(IEnumerable<string> members) => string.Join(Rules.List, members);

    public string NameOf(string language) => Rules.Languages.GetValueOrDefault(language, language);

    private string Write(SentenceBlank blank, object value) => (blank.Form, value) switch
    {
        (['#', .. var prefix], string word) =>
            sentences.TryGetValue($"{prefix}.{word}", out Sentence? known) ? known.Text : TextDirection.Isolate(word),
        ({ } form, int count) => Count(form, count),
        ({ } form, string text) when Rules.Counts.ContainsKey(form) => Count(form, int.Parse(text, CultureInfo.InvariantCulture)),
        ({ } form, string text) => days.Said(form, text),
        (_, Written words) => words.Text,
        (_, LocalDate day) => days.Date(day),
        (_, LocalDateTime at) => days.Moment(at),
        (_, string text) => TextDirection.Isolate(text),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private string Count(string word, int count) => Rules.Counts[word][plurals.CategoryOf(count)]
        .Replace("{n}", count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
