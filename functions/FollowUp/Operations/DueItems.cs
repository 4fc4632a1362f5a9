using FollowUp.Items;
using FollowUp.Storage;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>Which items of an agreement are to be advanced though nobody asked for it: the sweep goes by this.</summary>
public sealed class DueItems(AgreementStore store, AgreementQueries queries, AgreementWriter writer)
{
    /// <summary>
    /// What a host decided and did not live to write is written: its items, new ones among them, are to be looked at.
    /// </summary>
    public Task Finish(string agreement, CancellationToken cancel) => writer.Finish(agreement, cancel);

    /// <summary>Their moment came by then, or what they waited for is closed.</summary>
    public async Task<IReadOnlyList<AgreedItem>> Of(string agreement, Instant by, CancellationToken cancel)
    {
        ILookup<bool, AgreedItem> items = (await queries.DueOrUnassigned(agreement, by, cancel)).ToLookup(item => item.NextAt <= by);
        IReadOnlyList<AgreedItem> others = await queries.Items(agreement, items[false].SelectMany(waiting => waiting.DependsOn), cancel);
        return [.. items[true], .. items[false].Where(
            waiting => waiting.AssignWhenFree([.. others.Where(other => waiting.DependsOn.Contains(other.Id))]).AssignedAt is not null)];
    }

    /// <summary>One item as it is now; null where there is none.</summary>
    public async Task<AgreedItem?> Find(string agreement, string item, CancellationToken cancel) =>
        (await store.Load(agreement, item, Freshness.Current, cancel))?.Item.Item;
}
