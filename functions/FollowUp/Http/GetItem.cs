using FollowUp.Operations;
using FollowUp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace FollowUp.Http;

/// <summary><c>GET /api/agreements/{agreement}/items/{item}</c>: the item as it stands, with its ETag.</summary>
public sealed class GetItem(AgreementStore store, TimeProvider clock)
{
    [Function(nameof(GetItem))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/agreements/{agreement}/items/{item}")] HttpRequest request,
        string agreement,
        string item) => Refusals.Answer(request, async cancel =>
    {
        RouteIds.Demand($"Item {item} of agreement {agreement}", agreement, item);
        LoadedItem loaded = await store.Load(agreement, item, Freshness.Current, cancel) ?? throw new NotFoundException($"Item {item} of agreement {agreement}");
        return Preconditions.Seen(request)?.Contains(loaded.Item.Item.Revision) == false
            ? throw new StaleException(loaded.Item.Item)
            : ItemView.Answer(request, loaded.Item.Item, Instant.FromDateTimeOffset(clock.GetUtcNow()));
    }, Takes.ETags);
}
