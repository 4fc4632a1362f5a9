using FollowUp.Items;
using FollowUp.Journal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary><c>PUT …/receipt</c>: the owner signs that the item arrived.</summary>
public sealed class SignForItem(ItemVerb verb)
{
    [Function(nameof(SignForItem))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/agreements/{agreement}/items/{item}/receipt")] HttpRequest request,
        string agreement,
        string item,
        [DurableClient] DurableTaskClient client) => verb.Run(new(nameof(SignForItem), agreement, item), request, client, body =>
    {
        body.AllowOnly("by");
        return new((item, by, at) => item.Sign(by, at), EventNames.Signed, null);
    });
}
