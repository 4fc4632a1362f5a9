using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary><c>PUT …/series-end</c>: the coordinator ends what comes round, for a reason; the occurrence itself stays as it is.</summary>
public sealed class EndSeries(ItemVerb verb)
{
    [Function(nameof(EndSeries))]
    public Task<IResult> Run(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "put", Route = "api/agreements/{agreement}/items/{item}/series-end")] HttpRequest request,
        string agreement,
        string item,
        [DurableClient] DurableTaskClient client) => verb.Run(new(nameof(EndSeries), agreement, item), request, client, body =>
    {
        string reason = body.AllowOnly("by", "reason")["reason"].Text(Limits.Text);
        return new((item, by, at) => item.EndSeries(by, at, reason), EventNames.SeriesEnded, reason);
    });
}
