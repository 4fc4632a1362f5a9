using FollowUp.Agreements;
using FollowUp.Parsing;
using FollowUp.Parsing.Sheets;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Http;

/// <summary>
/// The options of an import, as the address says them: <c>?column.owner=Zuständig&amp;every.kind=visit&amp;dateOrder=dmy</c>.
/// </summary>
internal static class ImportOptions
{
    private const string Column = "column.";
    private const string Every = "every.";

    /// <summary>A title, in the language that <c>language</c> names.</summary>
    private const string Title = "title";

    private static readonly string[] Fields = [Title, .. SheetColumns.Read.Select(column => column.Field)];

    /// <summary>No two items have the same of these, and which agreement it is says the address.</summary>
    private static readonly string[] OfOne = [SheetColumns.Id, SheetColumns.Number, SheetColumns.Agreement];

    /// <summary>All that there are.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "preview", "by", "language", "dateOrder", "encoding", "format", .. Fields.Select(field => Column + field),
        .. Fields.Except(OfOne).Select(field => Every + field),
    ];

    public static QueryOptions Take(HttpRequest request) => new(request, [.. Names]);

    public static SheetOptions Read(QueryOptions query) => new(
        Given(query, Column),
        Given(query, Every),
        query.OneOf("dateOrder", "dmy", "mdy") switch { "dmy" => DateOrder.DayFirst, "mdy" => DateOrder.MonthFirst, _ => null },
        query.OneOf("encoding", [.. SheetContent.Encodings]));

    /// <summary>Of a column that is only called title, and of what is said of refused rows.</summary>
    public static string Language(QueryOptions query) => query.OneOf("language", [.. Wording.Languages]) ?? Wording.Languages[0];

    /// <summary>Of the file, and of all that is said of it.</summary>
    public static string HashOf(ReadOnlySpan<byte> file, SheetOptions options) => Fingerprints.HashOf(new
    {
        File = Fingerprints.HashOfBytes(file),
        Columns = options.Columns.OrderBy(one => one.Key, StringComparer.Ordinal),
        Every = options.Every.OrderBy(one => one.Key, StringComparer.Ordinal),
        options.DateOrder,
        options.Encoding,
    });

    private static Dictionary<string, string> Given(QueryOptions query, string prefix)
    {
        string language = Language(query);
        Dictionary<string, string> given = [];
        foreach (string field in prefix == Every ? Fields.Except(OfOne) : Fields)
        {
            if (query[prefix + field] is { } value
                && !given.TryAdd(field == Title ? $"{Title}.{language}" : field, TextRules.NormalizeUnicode(value.Trim())))
            {
                throw new InvalidInputException(
                    $"/{prefix}{field}", $"is given twice, since {prefix}{Title} means the same: leave one out");
            }
        }

        return given;
    }
}
