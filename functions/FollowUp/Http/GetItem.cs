using FollowUp.Operations;
using FollowUp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

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
        StoredItem stored = await store.ItemAt(agreement, item, cancel);
        return Preconditions.IfMatchRevisions(request)?.Contains(stored.Item.Revision) == false
            ? throw new StaleException(stored.Item)
            : ItemView.Answer(request, stored.Item, clock.Now());
    }, AcceptedInputs.IfMatch);
}
