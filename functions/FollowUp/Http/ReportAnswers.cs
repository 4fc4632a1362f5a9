using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Printing;
using FollowUp.Reports;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Http;

/// <summary>Answers with reports in the form that is asked for.</summary>
public sealed class ReportAnswers(MeetingReports reports, ReportPrinter printer)
{
    /// <param name="found">Of one period; at least one.</param>
    public async Task<IResult> Of(
        IReadOnlyList<MeetingReport> found, ReportOptions options, HttpResponse response, CancellationToken cancel)
    {
        if (options.Format == ReportOptions.Json)
        {
            return Results.Json(MeetingReportResponse.Of(found), Json.Options);
        }

        PrintedReport printed = printer.Print(
            found, await reports.PeopleOf(found, cancel), options.Languages, isDocument: options.Format == ReportOptions.Docx);
        if (printed.Policy is { } policy)
        {
            response.Headers.ContentSecurityPolicy = policy;
            return Results.Bytes(printed.Bytes, printed.Type);
        }

        return Results.File(printed.Bytes, printed.Type, printed.Name);
    }
}
