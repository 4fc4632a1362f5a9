using FollowUp.Scheduling;
using FollowUp.Values;
using Microsoft.DurableTask;

namespace FollowUp.Orchestrations;

/// <summary>The end of a minute.</summary>
internal static class SlotTimer
{
    /// <summary>
    /// Completes when everything decided in that minute is in the bags. Whoever started the orchestration asked for a moment after that: a
    /// store of instances that begins them at once must not make letters early.
    /// </summary>
    public static Task WaitForEndOf(this TaskOrchestrationContext context, string slot) =>
        context.CurrentUtcDateTime < Slot.EndOf(slot).ToDateTimeUtc()
            ? context.CreateTimer(OrchestrationStarter.StartOf(slot), CancellationToken.None)
            : Task.CompletedTask;
}
