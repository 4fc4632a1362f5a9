using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary><c>POST …/return</c>: the issuer sends the report back, with a reason.</summary>
public sealed class ReturnItem(ItemVerb verb)
{
    [Function(nameof(ReturnItem))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/agreements/{agreement}/items/{item}/return")] HttpRequest request,
        string agreement,
        string item,
        [DurableClient] DurableTaskClient client) => verb.Run(new(nameof(ReturnItem), agreement, item), request, client, body =>
    {
        string reason = body.AllowOnly("by", "reason")["reason"].Text(Limits.Text);
        return new((item, by, at) => item.SendBack(by, at, reason), EventNames.Returned, reason);
    });
}
