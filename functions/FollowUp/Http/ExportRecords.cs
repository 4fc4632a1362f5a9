using FollowUp.Access;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Operations.Sheets;
using FollowUp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary>
/// <c>GET …/agreements/{agreement}/exports/ledger</c>, <c>GET …/exports/journal</c> and <c>GET /api/exports/people</c>: as CSV, XLSX or
/// JSON. Of the ledger, what was said of the items that the caller may read.
/// </summary>
public sealed class ExportRecords(AgreementStore store, AgreementQueries queries, ReferenceStore reference)
{
    /// <summary>The register of people as a file: CSV, XLSX or JSON.</summary>
    [Function("ExportPeople")]
    public Task<IResult> People(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/exports/people")] HttpRequest request) =>
        Refusals.Answer(new("ExportPeople"), request, async cancel =>
        {
            ExportAnswer answer = Options(request);
            return answer.Of(RecordExports.People(await reference.People(cancel), answer.Language));
        }, AcceptedInputs.QueryOptions);

    /// <summary>What an agreement's ledger says of the items that the caller may read, as a file: CSV, XLSX or JSON.</summary>
    [Function("ExportLedger")]
    public Task<IResult> Ledger(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/agreements/{agreement}/exports/ledger")] HttpRequest request,
        string agreement) => Refusals.Answer(new("ExportLedger", agreement), request, async cancel =>
    {
        ExportAnswer answer = Options(request);
        StoredAgreement head = await store.AgreementAt(agreement, cancel);
        IReadOnlyList<LoadedItem?> items = await store.Load(agreement, head.Items, Freshness.Current, cancel);
        IEnumerable<(AgreedItem, LedgerRow)> rows = items.OfType<LoadedItem>()
            .Where(one => Visibility.Sees(AccessGate.Of(request.HttpContext), one.Item.Item))
            .SelectMany(one => one.Ledger.Select(row => (one.Item.Item, row)));
        return answer.Of(RecordExports.Ledger(rows, agreement, answer.Language));
    }, AcceptedInputs.QueryOptions);

    /// <summary>An agreement's journal as a file: CSV, XLSX or JSON.</summary>
    [Function("ExportJournal")]
    public Task<IResult> Journal(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "head", Route = "api/agreements/{agreement}/exports/journal")] HttpRequest request,
        string agreement) => Refusals.Answer(new("ExportJournal", agreement), request, async cancel =>
    {
        ExportAnswer answer = Options(request);
        _ = await store.AgreementAt(agreement, cancel);
        return answer.Of(RecordExports.Journal(await queries.Journal(agreement, cancel), agreement, answer.Language));
    }, AcceptedInputs.QueryOptions);

    private static ExportAnswer Options(HttpRequest request) => ExportAnswer.Read(new(request, ExportAnswer.Options));
}
