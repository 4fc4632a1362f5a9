using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary><c>GET /api/agreements/{agreement}/items/{item}</c>: the item as it stands, with its ETag.</summary>
public sealed class GetItem(AgreementStore store, ItemAnswers answers, TimeProvider clock)
{
    [Function(nameof(GetItem))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/agreements/{agreement}/items/{item}")] HttpRequest request,
        string agreement,
        string item) => Refusals.Answer(new(nameof(GetItem), agreement, item), request, async cancel =>
    {
        AgreedItem found = (await store.ItemAt(agreement, item, cancel)).Item.Item;
        return Preconditions.IfMatchRevisions(request)?.Contains(found.Revision) == false
            ? throw new StaleException(found)
            : await answers.Read(request, found, clock.Now(), cancel);
    }, AcceptedInputs.IfMatch);
}
