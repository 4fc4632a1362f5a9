using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Parsing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary><c>PUT …/completion</c>: the owner says that it is done, and what shows it.</summary>
public sealed class CompleteItem(ItemVerb verb)
{
    [Function(nameof(CompleteItem))]
    public Task<IResult> Run(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "put", Route = "api/agreements/{agreement}/items/{item}/completion")] HttpRequest request,
        string agreement,
        string item,
        [DurableClient] DurableTaskClient client) => verb.Run(new(nameof(CompleteItem), agreement, item), request, client, body =>
    {
        Evidence evidence = EvidenceParser.Parse(body.AllowOnly("by", "evidence")["evidence"]);
        return new(
            (item, by, at, terms) => item.Report(by, at, evidence, terms.Days),
            EventNames.Reported,
            JournalText.OfReport);
    });
}
