using FollowUp.Operations.Successions;
using FollowUp.People;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Orchestrations;

/// <summary>Gives on all that somebody has a part in of one agreement: whole, and once.</summary>
public sealed class SucceedInAgreement(SuccessionSteps steps)
{
    [Function(nameof(SucceedInAgreement))]
    public Task Run([ActivityTrigger] SuccessionStep step, [DurableClient] DurableTaskClient client, CancellationToken cancel) =>
        steps.Succeed(step.Succession, step.Agreement, client, cancel);
}
