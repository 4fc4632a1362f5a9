using System.Text.Json;
using FollowUp.LocalHost.TaskHub;

namespace FollowUp.LocalHost.Engine;

/// <summary>Whether what is kept of an instance between its steps is what its row and pages say: a replay from either must be the same.</summary>
sealed class Doubt(HubTable table)
{
    /// <exception cref="InvalidOperationException">They differ.</exception>
    public async Task Compare(WarmInstance warm, CancellationToken cancel)
    {
        // A held step is not in the store yet; what somebody else wrote meanwhile, the step finds out when it is stored.
        if (warm.IsHolding || await table.Find(warm.State.Id, cancel) is not { } stored || stored.Version != warm.Version)
        {
            return;
        }

        string kept = Text(warm.State, warm.History);
        string read = Text(stored.State, stored.History);
        if (kept != read)
        {
            throw new InvalidOperationException($"Instance '{warm.State.Id}' is kept as {kept}, and stored as {read}.");
        }
    }

    static string Text(InstanceState state, IReadOnlyList<Step> history) => JsonSerializer.Serialize(new { state, history }, HubJson.Options);
}
