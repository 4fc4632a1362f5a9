using FollowUp.Ledger;
using FollowUp.Scheduling;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUp.Orchestrations;

/// <summary>
/// The letters of one minute: wait until it is over, so that everything decided in it is in the bags; find out who has one; and try ten of
/// them an activity, since it is activities and orchestrations that cost on Azure. A letter that does not come to its end with the others
/// goes on in an orchestration of its own (<see cref="DeliverPost"/>), and holds up none of them.
/// </summary>
public static class DeliverLetters
{
    /// <summary>
    /// Two hundred letters wait for a connection to the mail server at most, each of them for less than an activity may take.
    /// </summary>
    private const int BatchesAtOnce = 20;

    [Function(OrchestrationNames.DeliverLetters)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, SlotLetters letters)
    {
        await context.WaitForEndOf(letters.Slot);
        GatheredLetters gathered =
            await context.CallActivityAsync<GatheredLetters>(nameof(GatherLetters), letters, RetryPolicies.WithTheStore);
        List<Task> batches = [GoOn(context, gathered.Tried)];
        foreach (string[] some in gathered.Untried.Chunk(LetterBatch.Size))
        {
            if (batches.Count(batch => !batch.IsCompleted) == BatchesAtOnce)
            {
                await Task.WhenAny(batches.Where(batch => !batch.IsCompleted));
            }

            batches.Add(Deliver(context, new(letters.Slot, some)));
        }

        await Task.WhenAll(batches);
        if (gathered.Last is { } last)
        {
            context.ContinueAsNew(letters with { After = last });
        }
    }

    private static async Task Deliver(TaskOrchestrationContext context, LetterBatch batch) =>
        await GoOn(context, await Try(context, batch));

    private static async Task<IReadOnlyList<LetterDelivery>> Try(TaskOrchestrationContext context, LetterBatch batch)
    {
        try
        {
            return await context.CallActivityAsync<LetterDelivery[]>(nameof(SendLetters), batch);
        }
        catch (TaskFailedException)
        {
            // It says of each letter what came of it; where it could not even do that, each is tried by itself.
            return [.. batch.Recipients.Select(recipient => new LetterDelivery(recipient, batch.Slot))];
        }
    }

    private static async Task GoOn(TaskOrchestrationContext context, IEnumerable<LetterDelivery> tried)
    {
        LetterDelivery[] left = [.. tried.Where(letter => !letter.HasEnded)];
        if (left.Length > 0)
        {
            await context.CallActivityAsync(nameof(RetryLetters), left, RetryPolicies.WithTheStore);
        }
    }
}
