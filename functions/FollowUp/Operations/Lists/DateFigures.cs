using FollowUp.Items;
using NodaTime;

namespace FollowUp.Operations.Lists;

/// <summary>How items kept their dates: all that are found, by the unit that has them, and by the month in which they are due.</summary>
public sealed record DateFigures(
    Figures Total, IReadOnlyList<(string Owner, Figures Figures)> Owners, IReadOnlyList<(YearMonth Month, Figures Figures)> Months)
{
    internal static DateFigures Of(IReadOnlyList<Entry> found, Instant now)
    {
        AgreedItem[] items = [.. found.Select(entry => entry.Item)];
        return new(
            Figures.Of(items, now),
            [
                .. items.GroupBy(item => item.Owner).OrderBy(its => its.Key, StringComparer.Ordinal)
                    .Select(its => (its.Key, Figures.Of([.. its], now))),
            ],
            [
                .. items.GroupBy(item => item.DueOn.ToYearMonth()).OrderBy(its => its.Key)
                    .Select(its => (its.Key, Figures.Of([.. its], now))),
            ]);
    }
}
