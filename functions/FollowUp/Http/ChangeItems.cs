using FollowUp.Access;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Operations.Bulk;
using FollowUp.Parsing;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary>
/// <c>POST /api/agreements/{agreement}/changes</c>: one change of many items: another owner, date or part. Without <c>preview</c> it only
/// shows what becomes of each, and hands out a token; with the token all of it is done, or nothing. 412 where something else would happen
/// by now.
/// </summary>
public sealed class ChangeItems(
    BulkPlanner planner, BulkCommitter committer, AgreementStore store, ReferenceResolver references, ActingPerson acting,
    TimeProvider clock)
{
    [Function(nameof(ChangeItems))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/agreements/{agreement}/changes")] HttpRequest request,
        string agreement,
        [DurableClient] DurableTaskClient client) => Refusals.Answer(new(nameof(ChangeItems), agreement), request, async cancel =>
    {
        _ = await store.AgreementAt(agreement, cancel);
        string? token = new QueryOptions(request, "preview")["preview"];
        RequestBody body = await RequestBody.Read(request, cancel);
        ParseContext context = new();
        BulkDraft draft = BulkParser.Parse(context.ParseJson(body.Bytes), ActingPerson.IsKnown(request.HttpContext));
        _ = await references.Resolve(new([], [], [], []), context, cancel);
        context.ThrowIfFaulty();
        Deed deed = await acting.Find(request.HttpContext, new(nameof(ChangeItems), agreement), draft.By, cancel);
        BulkRequest wanted = new(agreement, draft.Items, deed.By, BulkChange.Of(draft));
        BulkPlan plan = token is null
            ? await planner.Plan(wanted, clock.Now(), cancel)
            : await committer.Commit(wanted, token, KeyOf(agreement, token, draft), deed, client, cancel);
        return Results.Json(BulkResponse.Of(plan, isApplied: token is not null), Json.Options);
    }, AcceptedInputs.QueryOptions);

    /// <summary>A call that is sent again, since its answer was lost, finds under this that it was done.</summary>
    private static IdempotencyRecord KeyOf(string agreement, string token, BulkDraft draft) =>
        new(Fingerprints.HashOf(new { Changes = agreement, token }), Fingerprints.HashOf(draft));
}
