using FollowUp.Ledger;
using FollowUp.Timetables;
using Microsoft.DurableTask.Client;

namespace FollowUp.Scheduling;

/// <summary>
/// Starts what looks at items lead to, each letter once a minute: when a ministry's items come due at one moment, thousands of
/// looks lead to the same hundred letters. A start that is lost all the same is the sweep's business (law 1).
/// </summary>
public sealed class LetterStarter(TimeProvider clock)
{
    private readonly ThisMinute started = new(clock);

    public async Task StartFor(AdvanceResult advanced, DurableTaskClient client, CancellationToken cancel)
    {
        List<LetterKey> letterKeys = [.. advanced.Letters.Where(letterKey => !started.Has(letterKey))];
        await client.StartFor(advanced with { Letters = letterKeys }, cancel);
        letterKeys.ForEach(started.Add);
    }
}
