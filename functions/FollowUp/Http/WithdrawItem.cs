using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary><c>PUT …/withdrawal</c>: the coordinator takes the item off the list, for a reason; what comes round goes on.</summary>
public sealed class WithdrawItem(ItemVerb verb)
{
    [Function(nameof(WithdrawItem))]
    public Task<IResult> Run(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "put", Route = "api/agreements/{agreement}/items/{item}/withdrawal")] HttpRequest request,
        string agreement,
        string item,
        [DurableClient] DurableTaskClient client) => verb.Run(new(nameof(WithdrawItem), agreement, item), request, client, body =>
    {
        string reason = body.AllowOnly("by", "reason")["reason"].Text(Limits.Text);
        return new((item, by, at) => item.Withdraw(by, at, reason), EventNames.Withdrawn, reason);
    });
}
