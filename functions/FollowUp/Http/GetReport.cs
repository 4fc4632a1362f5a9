using FollowUp.Access;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Reports;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary>
/// <c>GET /api/agreements/{agreement}/report</c>: how an agreement stood at an instant, for its next meeting;
/// <c>GET /api/reports/meeting</c>: the same of several. The same question has the same answer, byte for byte, whatever happened since;
/// reading remembers nothing (law 17).
/// </summary>
public sealed class GetReport(
    AgreementStore store, Visibility visibility, MeetingReports reports, ReportAnswers answers, TimeProvider clock)
{
    /// <summary>A meeting that speaks of more agreements than these is several meetings.</summary>
    private const int AgreementsMax = 20;

    /// <summary>How an agreement stood at an instant, for its next meeting. The same question has the same answer.</summary>
    [Function("GetAgreementReport")]
    public Task<IResult> OfAgreement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/agreements/{agreement}/report")] HttpRequest request,
        string agreement) => Refusals.Answer(new("GetAgreementReport", agreement), request, async cancel =>
    {
        ReportOptions options = ReportOptions.Read(new(request, ReportOptions.Names), clock.Now());
        MeetingReport report = await Report(agreement, options.Period, request.HttpContext, cancel)
            ?? throw new NotFoundException($"Agreement {agreement}");
        return await answers.Of([report], options, request.HttpContext.Response, cancel);
    }, AcceptedInputs.QueryOptions);

    /// <summary>How several agreements stood at an instant, for one meeting. The same question has the same answer.</summary>
    [Function("GetMeetingReport")]
    public Task<IResult> OfSeveral(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/reports/meeting")] HttpRequest request) =>
        Refusals.Answer(new("GetMeetingReport"), request, async cancel =>
        {
            QueryOptions query = new(request, ["agreements", .. ReportOptions.Names]);
            ReportOptions options = ReportOptions.Read(query, clock.Now());
            List<MeetingReport> found = [];
            foreach (string agreement in AgreementsOf(query))
            {
                found.Add(await Report(agreement, options.Period, request.HttpContext, cancel) ?? throw NotTheirs(request, agreement));
            }

            return await answers.Of(found, options, request.HttpContext.Response, cancel);
        }, AcceptedInputs.QueryOptions);

    /// <summary>Null where nothing of it is theirs to see.</summary>
    private async Task<MeetingReport?> Report(string agreement, ReportPeriod period, HttpContext http, CancellationToken cancel)
    {
        Principal who = AccessGate.Of(http);
        if (!Identifier.IsValid(agreement)
            || await store.LoadAgreement(agreement, Freshness.Current, cancel) is not { IsActive: true } head
            || await visibility.Of(head, who, cancel) is not { } shown)
        {
            return null;
        }

        return await reports.Of(shown, isPartial: shown.Items.Count < head.Items.Count, period, cancel);
    }

    /// <summary>Whether there is such an agreement is told to nobody who could not see it.</summary>
    private static Exception NotTheirs(HttpRequest request, string agreement) => AccessGate.Of(request.HttpContext).SeesAll
        ? new NotFoundException($"Agreement {agreement}")
        : new AccessRefusedException(
            AccessRefusal.Forbidden, $"Agreement {agreement} is not there for you: a report has what its reader may read. Leave it out.");

    private static string[] AgreementsOf(QueryOptions query)
    {
        string[] asked = query.Required("agreements").Split(',');
        return asked.Length > AgreementsMax
            ? throw new InvalidInputException("/agreements", $"names {asked.Length}; at most {AgreementsMax} go into one report")
            : asked.FirstOrDefault(id => Identifier.Fault(id) is not null) is { } wrong
                ? throw new InvalidInputException("/agreements", $"has {wrong}, which is no id: {Identifier.Fault(wrong)}")
                : asked.Distinct().Count() < asked.Length
                    ? throw new InvalidInputException("/agreements", "names one of them twice; name each once")
                    : asked;
    }
}
