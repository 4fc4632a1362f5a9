using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.Engine;

/// <summary>An instance's state as the SDK's clients read it.</summary>
internal static class MetadataMapping
{
    public static OrchestrationMetadata ToMetadata(this InstanceState state, DataConverter converter, bool inputsAndOutputs) =>
        new(state.Name, state.Id)
        {
            RuntimeStatus = state.Status,
            CreatedAt = state.CreatedAt,
            LastUpdatedAt = state.UpdatedAt,
            FailureDetails = state.Failure,
            Tags = state.Tags,
            DataConverter = inputsAndOutputs ? converter : null,
            SerializedInput = inputsAndOutputs ? state.Input : null,
            SerializedOutput = inputsAndOutputs ? state.Output : null,
            SerializedCustomStatus = inputsAndOutputs ? state.CustomStatus : null,
        };
}
