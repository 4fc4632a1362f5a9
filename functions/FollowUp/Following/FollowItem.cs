using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUp.Following;

/// <summary>An item of an agreement, as orchestrations name it.</summary>
public sealed record ItemRef(string Agreement, string Item);

/// <summary>
/// The clock of one item. It holds no rules, so it rarely changes, which is what running instances need: it looks at the item,
/// waits until the next look is due or the item changed, and begins again.
/// </summary>
public static class FollowItem
{
    /// <summary>The nudge to look again. What changed is in the item's row; losing the nudge costs lateness, nothing else.</summary>
    public const string Changed = "changed";

    /// <summary>One lost nudge must not strand an item for longer.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

    /// <summary>History grows with every wake; after this many it is cut off.</summary>
    private const int WakesMax = 50;

    [Function(nameof(FollowItem))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, ItemRef item)
    {
        // One waiter, kept across all loops: an abandoned one would swallow the event that arrives while an activity runs.
        Task<bool> changed = context.WaitForExternalEvent<bool>(Changed);
        for (int wakes = 0; wakes < WakesMax; wakes++)
        {
            Wake next = await context.CallActivityAsync<Wake>(nameof(Advance), item, Patience.WithTheStore);
            if (next.IsFinished)
            {
                return;
            }

            DateTime latest = context.CurrentUtcDateTime + LongestWait;
            DateTime alarm = next.At is { } at && at.UtcDateTime < latest ? at.UtcDateTime : latest;
            using CancellationTokenSource answered = new();
            Task timer = context.CreateTimer(alarm, answered.Token);
            if (await Task.WhenAny(timer, changed) == changed)
            {
                // Not CancelAsync: it would leave the orchestrator's own thread.
                answered.Cancel();
                changed = context.WaitForExternalEvent<bool>(Changed);
            }
        }

        context.ContinueAsNew(item);
    }
}
