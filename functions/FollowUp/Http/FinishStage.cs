using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary><c>PUT …/stages/{stage}</c>: the owner, or who supports, says that a stage is behind them.</summary>
public sealed class FinishStage(ItemVerb verb)
{
    [Function(nameof(FinishStage))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/agreements/{agreement}/items/{item}/stages/{stage}")]
        HttpRequest request,
        string agreement,
        string item,
        string stage,
        [DurableClient] DurableTaskClient client) => verb.Run(new(nameof(FinishStage), agreement, item), request, client, body =>
    {
        body.AllowOnly("by");
        return new((item, by, at) => Known(item, stage).FinishStage(by, at, stage), EventNames.StageDone, stage);
    });

    /// <exception cref="NotFoundException">The item has no such stage.</exception>
    private static AgreedItem Known(AgreedItem item, string stage) =>
        item.Stages.Any(one => one.Id == stage) ? item : throw new NotFoundException($"Stage {stage} of item {item.Id}");
}
