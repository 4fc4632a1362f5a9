using FollowUp.Http.Responses;
using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Scheduling;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>POST /api/repair/rehydrate</c>: builds every index and every clock anew from the agreements' own rows, some agreements a call:
/// whoever calls goes on with <c>?cursor=</c> of the answer until there is none. Can be repeated, and done while all is in order.
/// </summary>
public sealed class RepairClocks(AgreementStore store, IndexRepair repair, TimeProvider clock)
{
    /// <summary>Of the largest, five thousand items with about three requests each.</summary>
    private const int AgreementsMax = 20;

    [Function(nameof(RepairClocks))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/repair/rehydrate")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => Refusals.Answer(request, async cancel =>
    {
        await Body.DemandNone(request, cancel);
        ItemRef? from = new Query(request, "cursor").Cursor();
        await repair.Begin(cancel);
        List<StoredAgreement> some = await store.EveryAgreement(from?.Agreement ?? "", AgreementsMax + 1, cancel).Take(AgreementsMax + 1).ToListAsync(cancel);
        List<RepairResult> repaired = [];
        foreach (StoredAgreement head in some.Take(AgreementsMax))
        {
            repaired.Add(await repair.Agreement(head.Agreement.Id, Instant.FromDateTimeOffset(clock.GetUtcNow()), cancel));
            await client.Start(repaired[^1].Letters, cancel);
            foreach (ItemRef item in repaired[^1].Items)
            {
                await client.Start(item, cancel);
            }
        }

        return Results.Json(
            new RepairResponse(
                repaired.Count, repaired.Sum(one => one.Items.Count), repaired.Sum(one => one.Letters.Count),
                Query.CursorOf(some.Count > AgreementsMax ? new(some[^1].Agreement.Id, Listing.FirstId) : null)),
            Json.Options);
    }, Takes.Options);
}
