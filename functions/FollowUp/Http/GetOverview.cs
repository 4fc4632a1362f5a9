using FollowUp.Access;
using FollowUp.Http.Responses;
using FollowUp.Operations.Lists;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>GET /api/overview</c>: how many items stand where, by the options of <c>GET /api/items</c>. Its ETag stays as long as nothing of it,
/// nor of what its lists show, is different.
/// </summary>
public sealed class GetOverview(ItemLists lists, TimeProvider clock)
{
    [Function(nameof(GetOverview))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/overview")] HttpRequest request) =>
        Refusals.Answer(new(nameof(GetOverview)), request, async cancel =>
        {
            ListFilter filter = ListOptions.Filter(new(request, ListOptions.OfFilter));
            Instant now = clock.Now();
            Overview overview = await lists.Overview(ListOptions.Shown(AccessGate.Of(request.HttpContext)), filter, now, cancel);
            return new ResultWithHeader(
                Results.Json(OverviewResponse.Of(overview, now), Json.Options), HeaderNames.ETag, $"\"{overview.Version}\"");
        }, AcceptedInputs.QueryOptions);
}
