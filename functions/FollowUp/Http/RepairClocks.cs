using FollowUp.Http.Responses;
using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.People;
using FollowUp.Scheduling;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary>
/// <c>POST /api/repair/rehydrate</c>: builds every index and every clock anew from the agreements' own rows, some agreements a call,
/// and with the first of them those of successions: whoever calls goes on with <c>?cursor=</c> of the answer until there is none. Can be
/// repeated, and done while all is in order.
/// </summary>
public sealed class RepairClocks(AgreementQueries queries, IndexRepair repair, LetterStarter letters, TimeProvider clock)
{
    /// <summary>Of the largest, ten thousand items with about three requests each.</summary>
    private const int AgreementsMax = 20;

    [Function(nameof(RepairClocks))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/repair/rehydrate")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => Refusals.Answer(new(nameof(RepairClocks)), request, async cancel =>
    {
        await RequestBody.RequireEmpty(request, cancel);
        ItemRef? from = new QueryOptions(request, "cursor").Cursor();
        await repair.Begin(cancel);
        foreach (SuccessionRef succession in from is null ? await repair.Successions(cancel) : [])
        {
            await client.Start(succession, cancel);
        }

        const int most = AgreementsMax + 1;
        List<StoredAgreement> some = await queries.EveryAgreement(from?.Agreement ?? "", most, cancel).Take(most).ToListAsync(cancel);
        List<RepairResult> repaired = [];
        foreach (StoredAgreement head in some.Take(AgreementsMax))
        {
            repaired.Add(await repair.Agreement(head.Agreement.Id, clock.Now(), cancel));
            await letters.Start(repaired[^1].Letters, client, cancel);
            foreach (ItemRef item in repaired[^1].Items)
            {
                await client.Start(item, cancel);
            }
        }

        return Results.Json(
            new RepairResponse(
                repaired.Count, repaired.Sum(one => one.Items.Count), repaired.Sum(one => one.Letters.Count),
                QueryOptions.FormatCursor(some.Count > AgreementsMax ? new(some[^1].Agreement.Id, Listing.FirstId) : null)),
            Json.Options);
    }, AcceptedInputs.QueryOptions);
}
