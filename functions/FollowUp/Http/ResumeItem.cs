using FollowUp.Items;
using FollowUp.Journal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary><c>DELETE …/waiting?by=</c>: the clock runs again, and the due date moves by the working days that were waited.</summary>
public sealed class ResumeItem(ItemVerb verb)
{
    [Function(nameof(ResumeItem))]
    public Task<IResult> Run(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "delete", Route = "api/agreements/{agreement}/items/{item}/waiting")] HttpRequest request,
        string agreement,
        string item,
        [DurableClient] DurableTaskClient client) => verb.Run(new(nameof(ResumeItem), agreement, item), request, client, body =>
    {
        body.AllowOnly("by");
        return new((item, by, at, terms) => item.Resume(by, at, terms.Days), EventNames.Resumed, JournalText.OfResumption);
    });
}
