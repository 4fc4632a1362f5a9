using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Http;

/// <summary><c>PUT …/due-date</c>: the coordinator sets another day; recorded as such, not as an extension.</summary>
public sealed class RescheduleItem(ItemVerb verb)
{
    [Function(nameof(RescheduleItem))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/agreements/{agreement}/items/{item}/due-date")] HttpRequest request,
        string agreement,
        string item,
        [DurableClient] DurableTaskClient client) => verb.Run(new(nameof(RescheduleItem), agreement, item), request, client, body =>
    {
        LocalDate dueOn = body.AllowOnly("by", "dueOn", "reason")["dueOn"].Date();
        string reason = body["reason"].Text(Limits.Text);
        return new(
            (item, by, at, _) => item.Reschedule(by, at, dueOn, reason),
            EventNames.Rescheduled,
            item => JournalText.OfRescheduling(item, reason));
    });
}
