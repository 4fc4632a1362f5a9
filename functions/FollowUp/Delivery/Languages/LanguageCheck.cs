namespace FollowUp.Delivery.Languages;

/// <summary>
/// Whether a language can say everything that English can: each sentence, with each fact that goes into it, each counted word in each
/// form that its plural rules ask for, each month and weekday.
/// </summary>
internal static class LanguageCheck
{
    /// <summary>Forms of a blank that every language has, beside its counted words.</summary>
    private static readonly string[] Forms = [.. DayWords.Patterns, "weekday"];

    /// <returns>What is missing or wrong, each with where it is.</returns>
    public static IEnumerable<string> Faults(Language language, Language english) =>
        Keys(language, english).Concat(Blanks(language, english)).Concat(Counts(language, english)).Concat(Days(language.Rules))
            .Select(fault => $"{language.Id}: {fault}");

    private static IEnumerable<string> Keys(Language language, Language english) =>
        english.Sentences.Keys.Except(language.Sentences.Keys).Select(key => $"“{key}” is missing")
            .Concat(language.Sentences.Keys.Except(english.Sentences.Keys).Select(key => $"“{key}” is none that English has"))
            .Concat(language.Sentences.Where(one => one.Value.Text.Trim().Length == 0 || !one.Value.IsWhole)
                .Select(one => $"“{one.Key}” is empty, or has a brace too many"));

    private static IEnumerable<string> Blanks(Language language, Language english)
    {
        foreach ((string key, Sentence sentence) in language.Sentences)
        {
            HashSet<string> names = [.. sentence.Blanks.Select(blank => blank.Name)];
            if (english.Sentences.TryGetValue(key, out Sentence? other) && !names.SetEquals(other.Blanks.Select(blank => blank.Name)))
            {
                yield return $"“{key}” must say {string.Join(", ", other.Blanks.Select(blank => $"{{{blank.Name}}}"))} and nothing else";
            }

            foreach (SentenceBlank blank in sentence.Blanks.Where(blank => !IsKnown(blank.Form, language)))
            {
                yield return $"“{key}” has {{{blank.Name}:{blank.Form}}}: there is no such word or form";
            }
        }
    }

    private static bool IsKnown(string? form, Language language) => form is null || Forms.Contains(form)
        || language.Rules.Counts.ContainsKey(form)
        || (form is ['#', .. var prefix] && language.Sentences.Keys.Any(key => key.StartsWith($"{prefix}.", StringComparison.Ordinal)));

    private static IEnumerable<string> Counts(Language language, Language english) =>
        english.Rules.Counts.Keys.Except(language.Rules.Counts.Keys).Select(word => $"“{word}” is not counted")
            .Concat(language.Rules.Counts.SelectMany(word => language.PluralCategories
                .Where(category => word.Value.GetValueOrDefault(category)?.Contains("{n}", StringComparison.Ordinal) != true)
                .Select(category => $"“{word.Key}” has no form with {{n}} for “{category}”")));

    private static IEnumerable<string> Days(LanguageRules rules)
    {
        foreach (string pattern in DayWords.Patterns.Except(rules.Days.Keys))
        {
            yield return $"there is no pattern “{pattern}” of days";
        }

        foreach ((string pattern, string text) in rules.Days)
        {
            foreach (SentenceBlank blank in new Sentence(text).Blanks.Where(blank => !DayWords.Blanks.Contains(blank.Name)))
            {
                yield return $"the pattern “{pattern}” has {{{blank.Name}}}, which no day has";
            }
        }

        foreach ((string what, IReadOnlyList<string> names, int count) in new[]
        {
            ("months", rules.Months, 12), ("short months", rules.MonthsShort, 12),
            ("weekdays", rules.Weekdays, 7), ("short weekdays", rules.WeekdaysShort, 7),
        })
        {
            if (names.Count != count)
            {
                yield return $"there are {names.Count} {what} instead of {count}";
            }
        }
    }
}
