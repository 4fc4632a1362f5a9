using FollowUp.Items;
using FollowUp.Scheduling;
using FollowUp.Storage;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>Full items in words.</summary>
/// <param name="Since">When the first of them was found to be full.</param>
public sealed record FullItemsTrouble(string Words, Instant Since);

/// <summary>
/// Items whose rows are full, so that not all that their clocks write down finds room: operators hear of them until they are closed.
/// Only stores of earlier versions have such items, which kept no room for that (<see cref="ItemRoom"/>).
/// </summary>
public sealed class FullItems(FullItemStore marks, AgreementStore store, ILogger<FullItems> log)
{
    /// <summary>The rest stands in the log.</summary>
    private const int NamedMax = 5;

    public async Task Mark(ItemRef item, Instant now, CancellationToken cancel)
    {
        log.ItemFull(item.Agreement, item.Item);
        await marks.Add(item, now, cancel);
    }

    /// <returns>Null where no open item is full, for all that is known.</returns>
    public async Task<FullItemsTrouble?> Trouble(CancellationToken cancel)
    {
        List<(ItemRef Item, Instant Since)> open = [];
        foreach ((ItemRef item, Instant since) in await marks.Read(cancel))
        {
            if (await IsOpen(item, cancel))
            {
                open.Add((item, since));
            }
        }

        if (open.Count == 0)
        {
            return null;
        }

        string names = string.Join(", ", open.Take(NamedMax).Select(one => $"{one.Item.Item} of agreement {one.Item.Agreement}"));
        string more = open.Count > NamedMax ? $" and {open.Count - NamedMax} more" : "";
        return new(
            $"Not all that happens to some items can be written down, since they are full: {names}{more}. "
                + "Have them confirmed or withdrawn.",
            open.Min(one => one.Since));
    }

    /// <summary>Nothing is to be done about an item that is closed.</summary>
    public async Task RemoveClosed(CancellationToken cancel)
    {
        foreach ((ItemRef item, _) in await marks.Read(cancel))
        {
            if (!await IsOpen(item, cancel))
            {
                await marks.Remove(item, cancel);
            }
        }
    }

    private async Task<bool> IsOpen(ItemRef item, CancellationToken cancel) =>
        (await store.Load(item.Agreement, item.Item, Freshness.Current, cancel))?.Item.Item.IsOpen == true;
}
