using FollowUp.Items;
using FollowUp.Scheduling;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUp.Orchestrations;

/// <summary>
/// The clock of one item. It holds no rules, so it rarely changes, which is what running instances need: it looks at the item,
/// waits until the next look is due or the item changed, and begins again.
/// </summary>
public static class FollowItem
{
    /// <summary>One lost nudge must not strand an item for longer.</summary>
    internal static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

    /// <summary>
    /// History grows with every wake, and on Azure with every hop of a long wait (<see cref="Wake.Weight"/>); after this many it is cut
    /// off: at some 300 events, each of which a replay goes through.
    /// </summary>
    private const int WeightMax = 50;

    [Function(OrchestrationNames.FollowItem)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, ItemRef item)
    {
        // What changed is in the item's row; losing the event costs lateness, nothing else.
        // One waiter, kept across all loops: an abandoned one would swallow the event that arrives while an activity runs.
        Task<bool> changed = context.WaitForExternalEvent<bool>(OrchestrationNames.Changed);
        Alarm? alarm = null;
        for (int weight = 0; weight < WeightMax;)
        {
            Wake next = await context.CallActivityAsync<Wake>(nameof(Advance), item, RetryPolicies.WithTheStore);
            if (next.IsFinished)
            {
                alarm?.Cancel();
                return;
            }

            Alarm? before = alarm;
            alarm = Alarm.For(next, before, context);
            weight += alarm == before ? 1 : Math.Max(1, next.Weight);
            if (await Task.WhenAny(alarm.Timer, changed) == changed)
            {
                changed = context.WaitForExternalEvent<bool>(OrchestrationNames.Changed);
            }
        }

        // Whatever is still open would keep this run from ending.
        alarm?.Cancel();
        context.ContinueAsNew(item);
    }

    /// <summary>
    /// The one timer of an item. It is kept where a nudge changes nothing about when to look: on Azure a timer that was cancelled leaves
    /// a message in a queue until the hop is over for which it was set.
    /// </summary>
    private sealed record Alarm(DateTime At, Task Timer, CancellationTokenSource Cut)
    {
        public static Alarm For(Wake next, Alarm? before, TaskOrchestrationContext context)
        {
            DateTime latest = context.CurrentUtcDateTime + LongestWait;
            DateTime at = next.At is { } moment && moment.UtcDateTime < latest ? moment.UtcDateTime : latest;
            if (before is not null && before.IsStillRight(next, at))
            {
                return before;
            }

            before?.Cancel();
            CancellationTokenSource cut = new();
            return new(at, context.CreateTimer(at, cut.Token), cut);
        }

        // Not CancelAsync: it would leave the orchestrator's own thread.
        public void Cancel() => Cut.Cancel();

        /// <summary>In histories of earlier versions, whose wakes have no weight, each wake sets a timer of its own.</summary>
        private bool IsStillRight(Wake next, DateTime at) =>
            next.Weight > 0 && !Timer.IsCompleted && At <= at && (At == at || next.At is null);
    }
}
