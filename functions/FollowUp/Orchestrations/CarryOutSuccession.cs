using FollowUp.People;
using FollowUp.Scheduling;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUp.Orchestrations;

/// <summary>
/// Waits for the day, and then gives on one agreement after another. It holds no rules: whether the succession was called off, what there
/// is to give on, and whether a step was done before, its activities find out. One that is lost is started again by the sweep.
/// </summary>
public static class CarryOutSuccession
{
    [Function(OrchestrationNames.CarryOutSuccession)]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, SuccessionRef succession)
    {
        if (context.CurrentUtcDateTime < succession.At.UtcDateTime)
        {
            await context.CreateTimer(succession.At.UtcDateTime, CancellationToken.None);
        }

        string[] agreements = await context.CallActivityAsync<string[]>(nameof(BeginSuccession), succession, RetryPolicies.WithTheStore);
        foreach (string agreement in agreements)
        {
            await context.CallActivityAsync(
                nameof(SucceedInAgreement), new SuccessionStep(succession, agreement), RetryPolicies.WithTheStore);
        }

        await context.CallActivityAsync(nameof(EndSuccession), succession, RetryPolicies.WithTheStore);
    }
}
