using FollowUp.Operations;
using FollowUp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace FollowUp.Http;

/// <summary><c>GET /api/agreements/{agreement}/items/{item}</c>: the item as it stands, with its ETag.</summary>
public sealed class GetItem(AgreementStore store, ItemAnswers answers, TimeProvider clock)
{
    [Function(nameof(GetItem))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/agreements/{agreement}/items/{item}")] HttpRequest request,
        string agreement,
        string item) => Refusals.Answer(request, async cancel =>
    {
        RouteIds.Demand($"Item {item} of agreement {agreement}", agreement, item);
        StoredItem stored = await store.FindVisible(agreement, item, cancel) ?? throw new NotFoundException($"Item {item} of agreement {agreement}");
        return Preconditions.Seen(request)?.Contains(stored.Item.Revision) == false
            ? throw new StaleException(stored.Item)
            : await answers.Read(request, stored.Item, Instant.FromDateTimeOffset(clock.GetUtcNow()), cancel);
    }, Takes.ETags);
}
