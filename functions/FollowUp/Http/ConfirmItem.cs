using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary><c>PUT …/confirmation</c>: the issuer accepts the report, which closes the item.</summary>
public sealed class ConfirmItem(ItemVerb verb)
{
    [Function(nameof(ConfirmItem))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/agreements/{agreement}/items/{item}/confirmation")]
        HttpRequest request,
        string agreement,
        string item,
        [DurableClient] DurableTaskClient client) => verb.Run(new(nameof(ConfirmItem), agreement, item), request, client, body =>
    {
        string? note = body.AllowOnly("by", "note")["note"].OptionalText(Limits.Text);
        return new((item, by, at) => item.Confirm(by, at, note), EventNames.Confirmed, note);
    });
}
