using System.Globalization;
using FollowUp.Tables.Rows;

namespace FollowUp.Tables.Filters;

/// <summary>Reads a $filter: comparisons under not, and, or (in this order of strength), and parentheses.</summary>
internal ref struct FilterReader
{
    /// <summary>What Azure documents; the emulator takes hundreds.</summary>
    public const int ComparisonsMax = 15;

    private FilterTokens tokens;
    private int comparisons;

    private FilterReader(ReadOnlySpan<char> text) => tokens = new(text);

    public static Condition Read(string text)
    {
        FilterReader reader = new(text);
        Condition condition = reader.Either();
        return reader.tokens.AtEnd ? condition : throw FilterTokens.Wrong("something follows its end");
    }

    private Condition Either()
    {
        Condition left = Both();
        while (tokens.Take("or"))
        {
            left = new Or(left, Both());
        }

        return left;
    }

    private Condition Both()
    {
        Condition left = One();
        while (tokens.Take("and"))
        {
            left = new And(left, One());
        }

        return left;
    }

    private Condition One()
    {
        if (tokens.Take("not"))
        {
            return new Not(One());
        }

        if (!tokens.TakeSign('('))
        {
            return Comparison();
        }

        Condition inner = Either();
        return tokens.TakeSign(')') ? inner : throw FilterTokens.Wrong("a parenthesis is not closed");
    }

    private Condition Comparison()
    {
        if (++comparisons > ComparisonsMax)
        {
            throw FilterTokens.Wrong($"it has more than {ComparisonsMax} comparisons");
        }

        string name = tokens.Name();
        Comparison comparison = tokens.Word() switch
        {
            "eq" => Filters.Comparison.Eq,
            "ne" => Filters.Comparison.Ne,
            "lt" => Filters.Comparison.Lt,
            "le" => Filters.Comparison.Le,
            "gt" => Filters.Comparison.Gt,
            "ge" => Filters.Comparison.Ge,
            _ => throw FilterTokens.Wrong("no comparison follows a name"),
        };
        return new PropertyComparison(name, comparison, Value());
    }

    private object Value()
    {
        if (tokens.Text() is { } text)
        {
            return text;
        }

        ReadOnlySpan<char> word = tokens.Word();
        return word switch
        {
            "true" => true,
            "false" => false,
            "datetime" => Timestamps.Parse(Quoted()),
            "guid" => Guid.TryParse(Quoted(), out Guid guid) ? guid : throw FilterTokens.Wrong("a guid is none"),
            "X" or "binary" => Bytes(Quoted()),
            _ => Number(word),
        };
    }

    private string Quoted() => tokens.Text() ?? throw FilterTokens.Wrong("a value is not quoted");

    private static byte[] Bytes(string hex) =>
        hex.Length % 2 == 0 && !hex.AsSpan().ContainsAnyExcept("0123456789abcdefABCDEF")
            ? Convert.FromHexString(hex)
            : throw FilterTokens.Wrong("a binary value is not hexadecimal");

    private static object Number(ReadOnlySpan<char> word)
    {
        if (word.EndsWith("L", StringComparison.Ordinal)
            && long.TryParse(word[..^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long big))
        {
            return big;
        }

        if (int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        return word.ContainsAny('.', 'e', 'E') && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double real)
            ? real
            : throw FilterTokens.Wrong($"'{word}' is no value");
    }
}
