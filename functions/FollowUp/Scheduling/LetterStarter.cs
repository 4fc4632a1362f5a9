using System.Collections.Concurrent;
using FollowUp.Ledger;
using FollowUp.Timetables;
using FollowUp.Values;
using Microsoft.DurableTask.Client;

namespace FollowUp.Scheduling;

/// <summary>
/// Starts what carries letters, for each minute once: when a ministry's items come due at one moment, thousands of them lead to the letters
/// of one minute. A start that is lost all the same is the sweep's business (law 1). For several threads.
/// </summary>
public sealed class LetterStarter(TimeProvider clock)
{
    /// <summary>Minutes whose letters this host started, until they are over.</summary>
    private readonly ConcurrentDictionary<string, Lazy<Task>> started = new();

    /// <summary>Starts what a look at an item led to: the letters that carry what was decided, and the clock of what it opened.</summary>
    public async Task StartFor(AdvanceResult advanced, DurableTaskClient client, CancellationToken cancel)
    {
        await Start(advanced.Letters, client, cancel);
        if (advanced.Opened is { } opened)
        {
            await client.Start(opened, cancel);
        }
    }

    /// <summary>
    /// They go with the others of their minute. Where that is over, whoever has a letter in it may have been found out already: so each
    /// goes by itself, and need not wait for the sweep.
    /// </summary>
    public async Task Start(IEnumerable<LetterKey> letterKeys, DurableTaskClient client, CancellationToken cancel)
    {
        foreach (IGrouping<string, LetterKey> its in letterKeys.GroupBy(key => key.Slot))
        {
            if (!IsOver(its.Key))
            {
                await StartOnce(its.Key, client, cancel);
                continue;
            }

            foreach (LetterKey key in its)
            {
                await client.Start(key, cancel);
            }
        }
    }

    /// <summary>Those who come while the first one starts them wait for that, and need not ask the engine too.</summary>
    private async Task StartOnce(string slot, DurableTaskClient client, CancellationToken cancel)
    {
        Lazy<Task> its = started.GetOrAdd(slot, _ => new(() => client.Start(new SlotLetters(slot), CancellationToken.None)));
        try
        {
            await its.Value.WaitAsync(cancel);
        }
        catch
        {
            _ = started.TryRemove(new(slot, its));
            throw;
        }

        foreach (string old in started.Keys.Where(IsOver))
        {
            _ = started.TryRemove(old, out _);
        }
    }

    private bool IsOver(string slot) => clock.GetUtcNow() >= Slot.EndOf(slot).ToDateTimeOffset();
}
