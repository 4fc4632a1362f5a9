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

            if (!IsOfLetters(instance.InstanceId))
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

    /// <summary>Those of a minute, and those of one letter by itself.</summary>
    private static bool IsOfLetters(string id) =>
        id.StartsWith("letters.", StringComparison.Ordinal) || id.StartsWith("post.", StringComparison.Ordinal);
}
