using FollowUp.Sweeps.Rig;
using Microsoft.DurableTask.Client;

namespace FollowUp.Sweeps.Findings;

/// <summary>
/// Orchestrations, as their client tells of them: none failed, those of letters have ended, all others are as in every run.
/// </summary>
public static class Instances
{
    public static async Task<IReadOnlyList<string>> Of(Stage stage, List<string> broken)
    {
        List<string> lines = [];
        await foreach (OrchestrationMetadata instance in stage.House.Clocks.GetAllInstancesAsync(new() { FetchInputsAndOutputs = true }))
        {
            if (instance.RuntimeStatus == OrchestrationRuntimeStatus.Failed)
            {
                broken.Add($"{instance.InstanceId} failed: {instance.FailureDetails?.ErrorMessage}");
            }

            if (!instance.InstanceId.StartsWith("post.", StringComparison.Ordinal))
            {
                lines.Add(
                    $"instance {instance.InstanceId}: {instance.RuntimeStatus} {instance.SerializedOutput} "
                        + $"{instance.SerializedCustomStatus}");
            }
            else if (instance.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
            {
                broken.Add($"{instance.InstanceId} is {instance.RuntimeStatus}");
            }
        }

        return lines;
    }
}
