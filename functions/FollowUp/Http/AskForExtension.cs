using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Http;

/// <summary>
/// <c>POST …/extensions</c>: the owner asks for a later due date before this one has passed. 201; 200 for the same again.
/// </summary>
public sealed class AskForExtension(ItemVerb verb)
{
    [Function(nameof(AskForExtension))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/agreements/{agreement}/items/{item}/extensions")]
        HttpRequest request,
        string agreement,
        string item,
        [DurableClient] DurableTaskClient client) => verb.Run(new(nameof(AskForExtension), agreement, item), request, client, body =>
    {
        LocalDate dueOn = body.AllowOnly("by", "dueOn", "reason")["dueOn"].Date();
        string reason = body["reason"].Text(Limits.Text);
        return new(
            (item, by, at, terms) => item.AskForExtension(by, at, dueOn, reason, terms.Plan.ExtensionsMax),
            EventNames.ExtensionAsked,
            item => JournalText.OfRequest(item, dueOn, reason))
        {
            IsCreation = true,
        };
    });
}
