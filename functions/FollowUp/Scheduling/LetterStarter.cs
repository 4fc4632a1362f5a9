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

    public async Task StartFor(AdvanceResult looked, DurableTaskClient clocks, CancellationToken cancel)
    {
        List<LetterKey> posts = [.. looked.Letters.Where(post => !started.Has(post))];
        await clocks.StartFor(looked with { Letters = posts }, cancel);
        posts.ForEach(started.Add);
    }
}
