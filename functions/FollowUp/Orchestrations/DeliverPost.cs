using FollowUp.Ledger;
using FollowUp.Scheduling;
using FollowUp.Values;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUp.Orchestrations;

/// <summary>A letter that was tried, and why it will never arrive; null when it went out.</summary>
public sealed record Delivered(LetterKey Post, string? Refusal)
{
    /// <inheritdoc cref="LedgerRow.Reply"/>
    public string? Reply { get; init; }
}

/// <summary>
/// One letter for one person and slot: wait until the slot's minute is over, so that everything decided in it is in the bag;
/// pack, send and mark, and try again while the channel does not take it.
/// </summary>
public static class DeliverPost
{
    /// <summary>More than this many letters to one person in one minute is a fault, not a workload.</summary>
    private const int LettersMax = 20;

    [Function(OrchestrationNames.DeliverPost)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, LetterKey letterKey)
    {
        if (context.CurrentUtcDateTime < EndOf(letterKey.Slot))
        {
            // Whoever started it asked for a moment after that; a store of instances that begins them at once must not make letters early.
            await context.CreateTimer(OrchestrationStarter.StartOf(letterKey.Slot), CancellationToken.None);
        }

        for (int letters = 0; letters < LettersMax; letters++)
        {
            Tried tried = await Try(context, letterKey);
            if (!tried.IsMarked)
            {
                Delivered delivered = new(letterKey, tried.Refusal) { Reply = tried.Reply };
                await context.CallActivityAsync(nameof(MarkPost), delivered, RetryPolicies.WithTheStore);
            }

            if (!tried.HasMore)
            {
                return;
            }
        }
    }

    private static async Task<Tried> Try(TaskOrchestrationContext context, LetterKey letterKey)
    {
        foreach (TimeSpan wait in RetryPolicies.WithTheMail)
        {
            Tried tried = await context.CallActivityAsync<Tried>(nameof(SendLetter), letterKey, RetryPolicies.WithTheStore);
            if (!tried.IsDelayed)
            {
                return tried;
            }

            await context.CreateTimer(context.CurrentUtcDateTime + wait, CancellationToken.None);
        }

        return Tried.GivenUp;
    }

    /// <summary>When everything decided in that minute is in the bag.</summary>
    private static DateTime EndOf(string slot) => Slot.EndOf(slot).ToDateTimeUtc();
}
