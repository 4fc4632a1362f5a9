using FollowUp.Agreements;
using FollowUp.Reports;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>How agreements stood at an instant, for their next meeting, and what happened since the report before.</summary>
public sealed record MeetingReportResponse(
    Instant AsOf, Instant? Since, LocalDate? NextMeeting, IEnumerable<AgreementReportResponse> Agreements)
{
    public static MeetingReportResponse Of(IReadOnlyList<MeetingReport> reports)
    {
        (Instant asOf, Instant? since, LocalDate? next) = reports[0].Period;
        return new(asOf, since, next, reports.Select(AgreementReportResponse.Of));
    }
}

/// <summary>One agreement's part of it. Numbers of <c>entries</c> are those of its journal.</summary>
/// <param name="Head">The number of the last entry that it knows.</param>
/// <param name="IsPartial">Whether it leaves out items that its reader may not see.</param>
public sealed record AgreementReportResponse(
    string Agreement, Wording Title, LocalDate SignedOn, int Head, bool IsPartial, IReadOnlyList<ReportFigure> Figures,
    IReadOnlyList<ReportDate> DueBeforeNext, IReadOnlyList<ReportSection> Sections, IReadOnlyList<ReportChange> Changes)
{
    public static AgreementReportResponse Of(MeetingReport report) => new(
        report.Agreement.Id, report.Agreement.Title, report.Agreement.SignedOn, report.Head, report.IsPartial, report.Figures,
        report.DueBeforeNext, report.Sections, report.Changes);
}
