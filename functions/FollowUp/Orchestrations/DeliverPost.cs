using FollowUp.Ledger;
using FollowUp.Scheduling;
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
/// One letter for one person and slot that goes on by itself: it did not come to its end with the others of its minute
/// (<see cref="DeliverLetters"/>), or was too late for them, or an earlier version started it. Wait until the slot's minute is over; pack,
/// send and mark, and try again while the channel does not take it.
/// </summary>
public static class DeliverPost
{
    /// <summary>More than this many letters to one person in one minute is a fault, not a workload.</summary>
    private const int LettersMax = 20;

    [Function(OrchestrationNames.DeliverPost)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, LetterDelivery letter)
    {
        await context.WaitForEndOf(letter.Slot);
        for (int letters = 0; letters < LettersMax; letters++)
        {
            Tried tried = await Try(context, letter.Key, letters == 0 ? letter.Tried : null);
            if (!tried.IsMarked)
            {
                Delivered delivered = new(letter.Key, tried.Refusal) { Reply = tried.Reply };
                await context.CallActivityAsync(nameof(MarkPost), delivered, RetryPolicies.WithTheStore);
            }

            if (!tried.HasMore)
            {
                return;
            }
        }
    }

    /// <param name="first">What came of the first try, where that is behind it.</param>
    private static async Task<Tried> Try(TaskOrchestrationContext context, LetterKey letterKey, Tried? first)
    {
        Tried? tried = first;
        foreach (TimeSpan wait in RetryPolicies.WithTheMail)
        {
            tried ??= await context.CallActivityAsync<Tried>(nameof(SendLetter), letterKey, RetryPolicies.WithTheStore);
            if (!tried.IsDelayed)
            {
                return tried;
            }

            await context.CreateTimer(context.CurrentUtcDateTime + wait, CancellationToken.None);
            tried = null;
        }

        return Tried.GivenUp;
    }
}
