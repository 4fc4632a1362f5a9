using FollowUp.Access;
using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Operations.Lists;
using FollowUp.Operations.Sheets;
using FollowUp.Parsing;
using FollowUp.Parsing.Sheets;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>GET /api/exports/items</c>: what the caller sees, as CSV, XLSX or JSON, with the options of lists that leave items out. An import
/// into the agreement takes the file back: what was edited in it, and nothing else, is changed.
/// </summary>
public sealed class ExportItems(ItemLists lists, ReferenceStore reference, AgreementStore store, TimeProvider clock)
{
    private static readonly string[] Known = [.. ListOptions.OfFilter, .. ExportAnswer.Options];

    [Function(nameof(ExportItems))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/exports/items")] HttpRequest request) =>
        Refusals.Answer(new(nameof(ExportItems)), request, async cancel =>
        {
            QueryOptions query = new(request, Known);
            ExportAnswer answer = ExportAnswer.Read(query);
            Instant now = clock.Now();
            IReadOnlyList<AgreedItem> items = await lists.All(
                ListOptions.Shown(AccessGate.Of(request.HttpContext)), ListOptions.Filter(query), now, cancel);
            return items.Count > Limits.Exported
                ? throw new InvalidInputException(
                    "", $"would put {items.Count} items into one file; at most {Limits.Exported} are: leave some out by the options of lists")
                : answer.Of(ItemExport.Of(
                    items, new PersonNames(await reference.People(cancel)), await ClauseLabels(items, cancel), answer.Language, now));
        }, AcceptedInputs.QueryOptions);

    private async Task<Func<AgreedItem, string?>> ClauseLabels(IReadOnlyList<AgreedItem> items, CancellationToken cancel)
    {
        Dictionary<string, Agreement?> agreements = [];
        foreach (string id in items.Where(item => item.Clause is not null).Select(item => item.Agreement).Distinct())
        {
            agreements[id] = (await store.LoadAgreement(id, Freshness.LastKnown, cancel))?.Agreement;
        }

        return item => agreements.GetValueOrDefault(item.Agreement)?.ClauseOf(item.Clause)?.Label;
    }
}
