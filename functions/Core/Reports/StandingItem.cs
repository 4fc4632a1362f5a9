using FollowUp.Items;
using FollowUp.Journal;

namespace FollowUp.Reports;

/// <summary>An item as it stood at the report's instant, with its number and section there.</summary>
internal sealed record StandingItem(int Number, string Section, AgreedItem Item, ItemEntries Entries)
{
    /// <summary>By section and due date, numbered from 1. Those that were not registered by then are not there.</summary>
    public static IReadOnlyList<StandingItem> InOrder(
        IReadOnlyList<AgreedItem> items, IReadOnlyList<Entry> journal, ReportPeriod period)
    {
        ILookup<string?, Entry> byItem = journal.ToLookup(entry => entry.Item);
        return
        [
            .. items.Select(item => (item, entries: ItemEntries.Of(byItem[item.Id], period.AsOf)))
                .Select(one => (Item: ItemHistory.AsOf(one.item, one.entries, period.AsOf), one.entries))
                .Where(one => one.Item is not null)
                .Select(one => new StandingItem(0, ReportSections.Of(one.Item!, period), one.Item!, one.entries))
                .OrderBy(one => ReportSections.All.ToList().IndexOf(one.Section)).ThenBy(one => one.Item.DueOn)
                .ThenBy(one => one.Item.Id, StringComparer.Ordinal)
                .Select((one, n) => one with { Number = n + 1 }),
        ];
    }
}
