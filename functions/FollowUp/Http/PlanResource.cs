using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Plans;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace FollowUp.Http;

/// <summary>
/// <c>GET | PUT /api/plans/{id}</c>: a plan. A new revision touches no running item (law 9): with <c>?revision=</c> the plan is read
/// as it was, and as the items of that revision still keep it.
/// </summary>
public sealed class PlanResource(ReferenceStore reference, ReferenceResolver references)
{
    /// <summary>A plan; with <c>?revision=</c> as it was, and as the items of that revision still keep it.</summary>
    [Function("GetPlan")]
    public Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/plans/{id}")] HttpRequest request,
        string id) => Refusals.Answer(new("GetPlan"), request, async cancel =>
    {
        RouteIds.Require($"Plan {id}", id);
        int? revision = new QueryOptions(request, "revision").Revision();
        Plan plan = await Plan(id, revision, cancel)
            ?? throw new NotFoundException(revision is null ? $"Plan {id}" : $"Revision {revision} of plan {id}");
        return Answer(plan);
    }, AcceptedInputs.QueryOptions | AcceptedInputs.IfMatch);

    private async Task<Plan?> Plan(string id, int? revision, CancellationToken cancel) =>
        revision is not { } wanted ? await reference.Plan(id, cancel)
        : await reference.Plan(id, wanted, cancel) is { } found && found.Revision == wanted ? found
        : null;

    /// <summary>A plan, written: a new revision, which touches no running item (law 9).</summary>
    [Function("PutPlan")]
    public Task<IResult> Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/plans/{id}")] HttpRequest request,
        string id) => Refusals.Answer(new("PutPlan"), request, async cancel =>
    {
        RequestBody body = await RequestBody.Read(request, cancel);
        ParseContext context = new();
        JsonField root = context.ParseJson(body.Bytes);
        Plan read = PlanParser.Parse(root);
        RouteIds.CheckSame(id, read.Id, root);
        _ = await references.Resolve(new([], [], [read], []), context, cancel);
        context.ThrowIfFaulty();
        return Answer(await reference.Put(read, cancel, Preconditions.IfMatchRevisions(request)));
    }, AcceptedInputs.IfMatch);

    private static ResultWithHeader Answer(Plan plan) =>
        new(Results.Json(PlanResponse.Of(plan), Json.Options), HeaderNames.ETag, Preconditions.ETagOf(plan.Revision, null));
}
