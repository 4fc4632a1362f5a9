using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FollowUp.Phrases;

/// <summary>
/// A condition of plural rules (Unicode TS 35, part 3): relations, joined by <c>and</c>, and these by <c>or</c>. Of whole numbers
/// <c>n</c> and <c>i</c> are the number itself, and every operand that counts decimals or an exponent is 0.
/// </summary>
internal sealed partial class PluralCondition
{
    private readonly ImmutableArray<ImmutableArray<Relation>> alternatives;

    private PluralCondition(ImmutableArray<ImmutableArray<Relation>> alternatives) => this.alternatives = alternatives;

    /// <param name="rule">Samples after an @, as the CLDR has them, are left aside.</param>
    public static PluralCondition Parse(string rule) => new(
        [
            .. rule.Split('@')[0].Split(" or ")
                .Select(all => all.Split(" and ").Select(one => Relation.Parse(one, rule)).ToImmutableArray()),
        ]);

    public bool IsTrueOf(long number)
    {
        foreach (ImmutableArray<Relation> all in alternatives)
        {
            if (all.All(relation => relation.IsTrueOf(number)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>i % 10 != 2..4,9</c></summary>
    private sealed partial record Relation(bool IsNumber, long? Modulus, bool IsNegated, ImmutableArray<(long From, long To)> Ranges)
    {
        public static Relation Parse(string text, string rule)
        {
            Match match = Form().Match(text);
            return match.Success
                ? new(
                    match.Groups["operand"].Value is "n" or "i",
                    match.Groups["modulus"] is { Success: true } modulus ? Number(modulus.Value) : null,
                    match.Groups["not"].Success,
                    [.. match.Groups["ranges"].Value.Split(',').Select(Range)])
                : throw new FormatException($"“{text.Trim()}” in “{rule}” is no relation of plural rules, like “i % 10 = 2..4”.");
        }

        public bool IsTrueOf(long number)
        {
            long value = IsNumber ? number % (Modulus ?? long.MaxValue) : 0;
            return Ranges.Any(range => range.From <= value && value <= range.To) != IsNegated;
        }

        private static (long From, long To) Range(string text)
        {
            string[] ends = text.Split("..");
            return (Number(ends[0]), Number(ends[^1]));
        }

        private static long Number(string digits) => long.Parse(digits, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture);

        [GeneratedRegex(@"\A\s*(?<operand>[nivwftce])(\s*%\s*(?<modulus>[1-9]\d*))?\s*(?<not>!)?=\s*"
            + @"(?<ranges>\d+(\.\.\d+)?(\s*,\s*\d+(\.\.\d+)?)*)\s*\z", RegexOptions.CultureInvariant)]
        private static partial Regex Form();
    }
}
