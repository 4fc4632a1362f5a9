using FollowUp.Ledger;
using Microsoft.DurableTask.Client;

namespace FollowUp.Scheduling;

/// <summary>Has a letter tried now that would be tried after hours.</summary>
public static class LetterRestart
{
    /// <summary>An orchestration that waits for its next try ends as soon as it is told; no caller is kept longer by one.</summary>
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Only of a letter that is known not to be out. Where its orchestration does not end at once, the sweep starts another one within two
    /// minutes.
    /// </summary>
    /// <exception cref="ClockUnavailableException">The engine does not take orders.</exception>
    public static async Task Restart(this DurableTaskClient client, LetterKey letterKey, CancellationToken cancel)
    {
        string instance = OrchestrationStarter.InstanceIdOf(letterKey);
        try
        {
            if ((await client.GetInstanceAsync(instance, cancel))?.IsRunning == true)
            {
                await client.TerminateInstanceAsync(instance, "It is tried again.", cancel);
                await End(client, instance, cancel);
            }
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or ArgumentException))
        {
            throw new ClockUnavailableException(failure);
        }

        await client.Start(letterKey, cancel);
    }

    private static async Task End(DurableTaskClient client, string instance, CancellationToken cancel)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(EndsWithin);
        try
        {
            _ = await client.WaitForInstanceCompletionAsync(instance, patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // It ends later.
        }
    }
}
