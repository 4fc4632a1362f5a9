using FollowUp.Operations.Successions;
using FollowUp.People;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Orchestrations;

/// <summary>Puts the successor where people name who left, and writes down that it is done.</summary>
public sealed class EndSuccession(SuccessionSteps steps)
{
    [Function(nameof(EndSuccession))]
    public Task Run([ActivityTrigger] SuccessionRef succession, [DurableClient] DurableTaskClient client, CancellationToken cancel) =>
        steps.End(succession, client, cancel);
}
