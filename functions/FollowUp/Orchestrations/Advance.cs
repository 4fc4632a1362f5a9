using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Scheduling;
using FollowUp.Timetables;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Orchestrations;

/// <summary>When to look at an item again.</summary>
/// <param name="At">Null while only a change can give it anything to say.</param>
/// <param name="IsFinished">Closed, and everything about it said.</param>
/// <param name="Weight">
/// How many timers the wait takes on Azure, where the SDK cuts it into hops. It is part of what was answered, and not worked out by the
/// orchestration: histories of earlier versions, which must be repeated as they were, have no such number (0).
/// </param>
public sealed record Wake(DateTimeOffset? At, bool IsFinished, int Weight = 0)
{
    /// <summary>The SDK's own; a queue of Azure Storage cannot wait for longer than a week.</summary>
    internal static readonly TimeSpan Hop = TimeSpan.FromDays(3);

    internal static Wake Of(AdvanceResult advanced, DateTimeOffset now)
    {
        DateTimeOffset? at = advanced.NextAt?.ToDateTimeOffset();
        TimeSpan wait = at - now is { } until && until < FollowItem.LongestWait ? until : FollowItem.LongestWait;
        return new(at, !advanced.IsOpen && at is null, Math.Max(1, (int)Math.Ceiling(wait / Hop)));
    }
}

/// <summary>Looks at an item once: writes down what is due, and starts the letters that carry it.</summary>
public sealed class Advance(ItemAdvancer items, LetterStarter posts, TimeProvider clock)
{
    [Function(nameof(Advance))]
    public async Task<Wake> Run([ActivityTrigger] ItemRef item, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        AdvanceResult advanced = await items.Advance(item.Agreement, item.Item, Instant.FromDateTimeOffset(now), cancel);
        await posts.StartFor(advanced, client, cancel);

        return Wake.Of(advanced, now);
    }
}
