using System.Collections.Immutable;

namespace FollowUp.Phrases;

/// <summary>
/// Which form of a word goes with a whole number, by the rules of a language in the syntax of the Unicode CLDR
/// (<c>v = 0 and i % 10 = 2..4 and i % 100 != 12..14</c>). The first category whose rule holds; <see cref="Other"/> where none does.
/// </summary>
public sealed class PluralRules
{
    public const string Other = "other";

    /// <summary>In the order in which they are asked.</summary>
    private static readonly string[] Order = ["zero", "one", "two", "few", "many"];

    /// <summary>Beyond this no language has forms of its own but for whole millions, which are asked besides.</summary>
    private const int Sampled = 1_000;

    private readonly ImmutableArray<(string Category, PluralCondition Holds)> rules;

    /// <param name="rules">By category; <see cref="Other"/> needs none.</param>
    /// <exception cref="FormatException">One is no rule, or for a category that there is not.</exception>
    public PluralRules(IReadOnlyDictionary<string, string> rules)
    {
        if (rules.Keys.FirstOrDefault(category => !Order.Contains(category)) is { } unknown)
        {
            throw new FormatException($"“{unknown}” is no plural category with a rule: there are {string.Join(", ", Order)}.");
        }

        this.rules = [.. Order.Where(rules.ContainsKey).Select(category => (category, PluralCondition.Parse(rules[category])))];
        Categories = [.. Enumerable.Range(0, Sampled).Append(1_000_000).Select(number => CategoryOf(number)).Distinct()];
    }

    /// <summary>All that whole numbers have.</summary>
    public IReadOnlyList<string> Categories { get; }

    public string CategoryOf(long number)
    {
        foreach ((string category, PluralCondition holds) in rules)
        {
            if (holds.IsTrueOf(Math.Abs(number)))
            {
                return category;
            }
        }

        return Other;
    }
}
