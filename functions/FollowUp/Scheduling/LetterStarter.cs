using System.Collections.Concurrent;
using FollowUp.Ledger;
using FollowUp.Timetables;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Scheduling;

/// <summary>
/// Starts what advancing items led to, each letter once a minute: when a ministry's items come due at one moment, thousands of them lead
/// to the same hundred letters. A start that is lost all the same is the sweep's business (law 1). For several threads.
/// </summary>
public sealed class LetterStarter(TimeProvider clock)
{
    /// <summary>Letters that this host started, until their minute is over.</summary>
    private readonly ConcurrentDictionary<LetterKey, bool> started = new();

    public async Task StartFor(AdvanceResult advanced, DurableTaskClient client, CancellationToken cancel)
    {
        List<LetterKey> letters = [.. advanced.Letters.Where(key => !started.ContainsKey(key) || IsOver(key))];
        await client.StartFor(advanced with { Letters = letters }, cancel);
        letters.ForEach(Keep);
    }

    private void Keep(LetterKey key)
    {
        if (started.TryAdd(key, true))
        {
            foreach (LetterKey old in started.Keys.Where(IsOver))
            {
                _ = started.TryRemove(old, out _);
            }
        }
    }

    private bool IsOver(LetterKey key) => clock.GetUtcNow() >= (key.Minute + Duration.FromMinutes(1)).ToDateTimeOffset();
}
