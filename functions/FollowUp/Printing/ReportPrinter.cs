using FollowUp.Agreements;
using FollowUp.Delivery;
using FollowUp.Delivery.Languages;
using FollowUp.People;
using FollowUp.Reports;
using NodaTime.Text;

namespace FollowUp.Printing;

/// <summary>A report as it goes out.</summary>
/// <param name="Name">As which it is saved: of ids, days and languages alone, which mean nothing to a shell or a folder.</param>
/// <param name="Policy">What its page may do; null for what is no page.</param>
public sealed record PrintedReport(byte[] Bytes, string Type, string Name, string? Policy);

/// <summary>Prints reports: as a page, or as a document.</summary>
public sealed class ReportPrinter(LetterLanguages all, MailSettings mail)
{
    /// <summary>Side by side on one sheet.</summary>
    private const int Columns = 2;

    /// <param name="reports">Of one period; at least one.</param>
    /// <param name="people">Those whom they speak of, as they are known.</param>
    /// <param name="languages">
    /// Null for the first two that the first one's title has. What a language lacks stands in another, and says so.
    /// </param>
    public PrintedReport Print(
        IReadOnlyList<MeetingReport> reports, IReadOnlyDictionary<string, Person> people, IReadOnlyList<string>? languages, bool isDocument)
    {
        IReadOnlyList<string> ids = languages ?? OwnOf(reports[0].Agreement);
        ReportSheet sheet = new ReportWriter([.. ids.Select(id => all[id])], people, mail.BoardUrl).Write(reports);
        string name = $"report-{NameOf(reports)}-{string.Join('-', ids)}";
        return isDocument
            ? new(DocxReport.Render(sheet), DocxReport.Type, $"{name}.docx", null)
            : new(HtmlReport.Render(sheet), HtmlReport.Type, $"{name}.html", HtmlReport.Policy);
    }

    private static IReadOnlyList<string> OwnOf(Agreement agreement) =>
        [.. Wording.Languages.Where(language => agreement.Title.LanguageFor(language) == language).Take(Columns)];

    private static string NameOf(IReadOnlyList<MeetingReport> reports)
    {
        string what = reports is [var only] ? only.Agreement.Id : $"{reports.Count}-agreements";
        return $"{what}-{LocalDatePattern.Iso.Format(reports[0].Period.AsOf.InUtc().Date)}";
    }
}
