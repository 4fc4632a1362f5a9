using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary>
/// <c>POST …/escalations</c>: owner, issuer or coordinator send the item up to the next level at once. 201; 200 for the same again.
/// </summary>
public sealed class EscalateItem(ItemVerb verb)
{
    [Function(nameof(EscalateItem))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/agreements/{agreement}/items/{item}/escalations")]
        HttpRequest request,
        string agreement,
        string item,
        [DurableClient] DurableTaskClient client) => verb.Run(new(nameof(EscalateItem), agreement, item), request, client, body =>
    {
        string reason = body.AllowOnly("by", "reason")["reason"].Text(Limits.Text);
        return new((item, by, at, _) => item.Escalate(by, at, reason), EventNames.Escalated, JournalText.OfEscalation)
        {
            IsCreation = true,
        };
    });
}
