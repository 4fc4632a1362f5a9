using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary><c>POST …/progress</c>: interim word. It never closes an item.</summary>
public sealed class ReportProgress(ItemVerb verb)
{
    [Function(nameof(ReportProgress))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/agreements/{agreement}/items/{item}/progress")] HttpRequest request,
        string agreement,
        string item,
        [DurableClient] DurableTaskClient client) => verb.Run(new(nameof(ReportProgress), agreement, item), request, client, body =>
    {
        string text = body.AllowOnly("by", "text")["text"].Text(Limits.Text);
        return new((item, by, at) => item.ReportProgress(by, at, text), EventNames.Progress, text);
    });
}
