using FollowUp.Agreements;
using FollowUp.Http.Responses;
using FollowUp.Operations.Sheets;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Http;

/// <summary>How a file goes out: as the options <c>format</c> and <c>language</c> say.</summary>
internal sealed class ExportAnswer
{
    private const string Json = "json";

    private readonly string format;

    private ExportAnswer(string format, string language) => (this.format, Language) = (format, language);

    public static string[] Options { get; } = ["format", "language"];

    public string Language { get; }

    public static ExportAnswer Read(QueryOptions query) => new(
        query.OneOf("format", SheetFile.Csv, SheetFile.Workbook, Json) ?? Json,
        query.OneOf("language", [.. Wording.Languages]) ?? Wording.Languages[0]);

    public IResult Of(Export export) => format == Json
        ? Results.Json(
            new ExportResponse(export.Rows.Select(row => export.Fields.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))),
            Values.Json.Options)
        : SheetFile.Of(export.Header, export.Rows, format, export.Language, export.Name);
}
