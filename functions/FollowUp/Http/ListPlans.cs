using FollowUp.Http.Responses;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary>
/// <c>GET /api/plans</c>: the plans that may be named, by id.
/// What each says stands at its own address.
/// </summary>
public sealed class ListPlans(ReferenceStore reference)
{
    [Function(nameof(ListPlans))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/plans")] HttpRequest request) =>
        Refusals.Answer(new(nameof(ListPlans)), request, async cancel =>
        {
            List<PlanSummary> found = [];
            foreach (string id in (await reference.PlanIds(cancel)).Order(StringComparer.Ordinal))
            {
                found.Add(PlanSummary.Of((await reference.Plan(id, cancel))!));
            }

            return Results.Json(new PlansResponse(found), Json.Options);
        });
}
