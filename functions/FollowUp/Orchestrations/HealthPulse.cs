using FollowUp.Operations.Watching;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Orchestrations;

/// <summary>Every minute, looks whether any alarm is to be raised. What each of them is: docs/alarms.md.</summary>
public sealed class HealthPulse(AlarmWatch watch)
{
    [Function(nameof(HealthPulse))]
    public Task Run(
        [TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel) =>
        watch.Look(client, cancel);
}
