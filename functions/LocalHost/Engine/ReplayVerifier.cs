using System.Text.Json;
using DurableTask.Core.Exceptions;
using FollowUp.LocalHost.TaskHub;

namespace FollowUp.LocalHost.Engine;

/// <summary>
/// For tests: checks that a cached instance equals its rows in the store, and that a kept session goes on as a replay would.
/// </summary>
internal sealed class ReplayVerifier(HubTable table)
{
    /// <exception cref="InvalidOperationException">They differ.</exception>
    public async Task VerifyStored(CachedInstance cached, CancellationToken cancel)
    {
        // A deferred step is not in the store yet; a conflicting write of another host is found out at the commit.
        if (cached.HasDeferredCommit || await table.Load(cached.State.Id, cancel) is not { } stored || stored.Version != cached.Version)
        {
            return;
        }

        string kept = Text(cached.State, cached.History);
        string read = Text(stored.State, stored.History);
        if (kept != read)
        {
            throw new InvalidOperationException($"Instance '{cached.State.Id}' is kept as {kept}, and stored as {read}.");
        }
    }

    /// <returns>The outcome of the replay: if that disagrees with history, the instance fails, as it would on any other host.</returns>
    /// <exception cref="InvalidOperationException">They differ otherwise.</exception>
    public static StepOutcome VerifyReplay(string instance, StepOutcome kept, StepOutcome replayed)
    {
        bool isNonDeterministic = replayed.Completion is Completion.Failed { Why.ErrorType: var error }
            && error == typeof(NonDeterministicOrchestrationException).FullName;
        return isNonDeterministic || Text(kept) == Text(replayed) ? replayed
            : throw new InvalidOperationException(
                $"The code of instance '{instance}' is kept where it goes on by {Text(kept)}, and a replay goes on by {Text(replayed)}.");
    }

    private static string Text(StepOutcome outcome) => JsonSerializer.Serialize(
        new
        {
            outcome.Step,
            outcome.CustomStatus,
            Completion = outcome.Completion?.GetType().Name,
            (outcome.Completion as Completion.Completed)?.Output,
            (outcome.Completion as Completion.Failed)?.Why.ErrorMessage,
        },
        HubJson.Options);

    private static string Text(InstanceState state, IReadOnlyList<Step> history) =>
        JsonSerializer.Serialize(new { state, history }, HubJson.Options);
}
