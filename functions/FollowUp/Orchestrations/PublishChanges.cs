using FollowUp.Operations.Changes;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Orchestrations;

/// <summary>
/// Every minute, what happened comes into the log of changes, and from there to webhooks. Where nobody wants it, that is one small read.
/// </summary>
public sealed class PublishChanges(ChangeSequencer sequencer, WebhookDelivery delivery)
{
    [Function(nameof(PublishChanges))]
    public async Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancel)
    {
        if (await sequencer.CatchUp(cancel) is { } log)
        {
            await delivery.Deliver(log, cancel);
        }
    }
}
