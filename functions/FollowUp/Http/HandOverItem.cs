using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Parsing;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary><c>PUT …/owner</c>: another owner takes it, and signs for it anew. The former one hears so, and then nothing more.</summary>
public sealed class HandOverItem(ItemVerb verb)
{
    [Function(nameof(HandOverItem))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/agreements/{agreement}/items/{item}/owner")] HttpRequest request,
        string agreement,
        string item,
        [DurableClient] DurableTaskClient client) => verb.Run(new(nameof(HandOverItem), agreement, item), request, client, body =>
    {
        string owner = body.AllowOnly("by", "owner", "reason")["owner"].ReferenceTo(ReferenceKind.Person);
        string reason = body["reason"].Text(Limits.Text);
        return new(
            (item, by, at, _) => item.HandTo(by, at, owner, reason),
            EventNames.HandedOver,
            item => JournalText.OfHandOver(item, reason));
    });
}
