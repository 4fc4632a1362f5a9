using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary><c>PUT …/waiting</c>: the other side must move first; the clock stands still.</summary>
public sealed class SuspendItem(ItemVerb verb)
{
    [Function(nameof(SuspendItem))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/agreements/{agreement}/items/{item}/waiting")] HttpRequest request,
        string agreement,
        string item,
        [DurableClient] DurableTaskClient client) => verb.Run(new(nameof(SuspendItem), agreement, item), request, client, body =>
    {
        string reason = body.AllowOnly("by", "reason")["reason"].Text(Limits.Text);
        return new((item, by, at, _) => item.Suspend(by, at, reason), EventNames.Waiting, _ => reason);
    });
}
