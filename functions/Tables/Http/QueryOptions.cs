using System.Globalization;
using System.Text;
using FollowUp.Tables.Filters;
using FollowUp.Tables.Store;

namespace FollowUp.Tables.Http;

/// <summary>What a request says after its question mark.</summary>
internal sealed record QueryOptions
{
    private const int PageMax = 1_000;

    public Condition? Filter { get; private init; }

    public int Top { get; private init; } = PageMax;

    /// <summary>Null for everything.</summary>
    public IReadOnlyList<string>? Select { get; private init; }

    public RowPosition? From { get; private init; }

    public string? FromTable { get; private init; }

    public static QueryOptions Parse(string query)
    {
        QueryOptions arguments = new();
        (string? partition, string? key) = (null, null);
        ReadOnlySpan<char> rest = query.AsSpan().TrimStart('?');
        foreach (Range range in rest.Split('&'))
        {
            ReadOnlySpan<char> argument = rest[range];
            int equals = argument.IndexOf('=');
            string value = Uri.UnescapeDataString(argument[(equals + 1)..]);
            switch (argument[..Math.Max(equals, 0)])
            {
                case "NextPartitionKey":
                    partition = ContinuationToken.Read(value);
                    break;
                case "NextRowKey":
                    key = ContinuationToken.Read(value);
                    break;
                case var name:
                    arguments = arguments.With(name, value);
                    break;
            }
        }

        return partition is null ? arguments : arguments with { From = new(partition, key ?? "") };
    }

    private QueryOptions With(ReadOnlySpan<char> name, string value) => name switch
    {
        "$filter" => value.Length == 0 ? this : this with { Filter = FilterReader.Read(value) },
        "$select" => value.Length == 0 ? this : this with { Select = value.Split(',', StringSplitOptions.TrimEntries) },
        "$top" => this with { Top = TopOf(value) },
        // Access rules and statistics: addresses of the same form, and not about rows.
        "comp" => throw new RefusedException(Refusal.NotImplemented),
        "NextTableName" => this with { FromTable = ContinuationToken.Read(value) },
        _ => this,
    };

    private static int TopOf(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int top) && top is > 0 and <= PageMax
            ? top
            : throw new RefusedException(Refusal.InvalidInput);
}

/// <summary>Continuation tokens, encoded so that callers do not take them for keys.</summary>
internal static class ContinuationToken
{
    public static string Write(string key)
    {
        string text = Convert.ToBase64String(Encoding.UTF8.GetBytes(key)).Replace('=', '-');
        return string.Create(CultureInfo.InvariantCulture, $"1!{text.Length}!{text}");
    }

    public static string Read(string text)
    {
        int start = text.LastIndexOf('!') + 1;
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(text[start..].Replace('-', '=')));
        }
        catch (FormatException)
        {
            throw new RefusedException(Refusal.InvalidInput);
        }
    }
}
