using System.Security.Cryptography;
using System.Text;
using FollowUp.Delivery;
using HandlebarsDotNet;

namespace FollowUp.Printing;

/// <summary>A report as one page to be read and printed. What people wrote is data in it, and nothing of it runs.</summary>
internal sealed class HtmlReport
{
    public const string Type = "text/html; charset=utf-8";

    private static readonly string Style = MarkupTemplates.Text("report.css");

    private static readonly HandlebarsTemplate<object, object> Page = MarkupTemplates.Html("report.html.hbs");

    /// <summary>Its own style and nothing else: no script, no picture, no form, no frame.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static byte[] Render(ReportSheet sheet) => Encoding.UTF8.GetBytes(Page(new
    {
        language = sheet.Languages[0].Id,
        direction = sheet.Languages[0].Rules.Direction,
        title = sheet.Title,
        style = Style,
        columns = sheet.Languages.Count,
        heads = sheet.Languages.Select((language, n) => new
        {
            language = language.Id,
            direction = language.Rules.Direction,
            title = sheet.Titles[n],
            facts = sheet.Facts[n],
            notes = sheet.Notes[n],
        }).ToArray(),
        chapters = sheet.Chapters.Select(chapter => Chapter(sheet, chapter)).ToArray(),
    }));

    private static object Chapter(ReportSheet sheet, SheetChapter chapter) => new
    {
        heads = sheet.Languages.Select((language, n) => new
        {
            language = chapter.Headings[n].Language ?? language.Id,
            direction = language.Rules.Direction,
            title = chapter.Headings[n].Text,
            remarks = chapter.Remarks[n].Select(remark => new { language = language.Id, remark }).ToArray(),
        }).ToArray(),
        tables = chapter.Tables.Select(table => new
        {
            kind = table.Kind,
            leads = Spans(sheet, table.Lead),
            headings = sheet.Languages.Select((language, n) => new { language = language.Id, text = table.Headings[n] }).ToArray(),
            rows = table.Rows.Select(row => Row(sheet, row)).ToArray(),
        }).ToArray(),
    };

    private static object Row(ReportSheet sheet, SheetRow row) => new
    {
        leads = Spans(sheet, row.Lead),
        cells = sheet.Languages.Select((language, n) => new
        {
            language = language.Id,
            direction = language.Rules.Direction,
            texts = row.Cells[n].Select(text => new
            {
                style = text.Style,
                language = text.Language ?? language.Id,
                text = text.Text,
                entries = text.Entries.Select(entry => new { number = entry, url = row.Link }).ToArray(),
            }).ToArray(),
        }).ToArray(),
    };

    private static object[] Spans(ReportSheet sheet, IReadOnlyList<string> texts) =>
        [.. texts.Select((text, n) => new { language = sheet.Languages[n].Id, text })];
}
