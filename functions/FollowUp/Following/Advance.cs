using FollowUp.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Following;

/// <summary>When to look at an item again.</summary>
/// <param name="At">Null while only a change can give it anything to say.</param>
/// <param name="IsFinished">Closed, and everything about it said.</param>
public sealed record Wake(DateTimeOffset? At, bool IsFinished);

/// <summary>Looks at an item once: writes down what is due, and starts the letters that carry it.</summary>
public sealed class Advance(ItemClock items, PostClocks posts, TimeProvider clock)
{
    [Function(nameof(Advance))]
    public async Task<Wake> Run([ActivityTrigger] ItemRef item, [DurableClient] DurableTaskClient clocks, CancellationToken cancel)
    {
        Looked looked = await items.Look(item.Agreement, item.Item, Instant.FromDateTimeOffset(clock.GetUtcNow()), cancel);
        await posts.Follow(looked, clocks, cancel);

        return new(looked.NextAt?.ToDateTimeOffset(), !looked.IsOpen && looked.NextAt is null);
    }
}
