using FollowUp.Operations;
using FollowUp.Scheduling;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FollowUp.Orchestrations;

/// <summary>Writes down what became of a letter where whoever sent it could not, and starts what follows from it.</summary>
public sealed class MarkPost(
    DeliveryRecorder recorder, LetterStarter letters, UnmarkedLetters unmarked, TimeProvider clock, ILogger<MarkPost> log)
{
    [Function(nameof(MarkPost))]
    public async Task Run([ActivityTrigger] Delivered delivered, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        if (delivered.Refusal is { } why)
        {
            log.LetterRefused(delivered.Post.Recipient, delivered.Post.Slot, why);
        }

        HandedOver end = new(delivered.Refusal, delivered.Reply);
        await letters.Start(await recorder.Record(delivered.Post, end, clock.Now(), cancel), client, cancel);
        unmarked.Remove(delivered.Post);
    }
}
