using FollowUp.Journal;

namespace FollowUp.Reports;

/// <summary>The counts of a report's first page.</summary>
internal static class ReportFigures
{
    public static IReadOnlyList<ReportFigure> Of(IReadOnlyList<StandingItem> all, ReportPeriod period) =>
    [
        new("total", all.Count, Numbers(all, one => one.Entries.Accepted)),
        Count(all, ReportSections.Done, Confirmed, ReportSections.Done, ReportSections.DoneBefore),
        .. period.Since is null ? (ReportFigure[])[] : [Count(all, "done-since", Confirmed, ReportSections.Done)],
        Count(all, ReportSections.Reported, one => one.Entries.At(one.Item.Completion!.At, EventNames.Reported)),
        Count(all, ReportSections.Late, one => one.Entries.OfDueDate(one.Item)),
        Count(all, ReportSections.Waiting, one => one.Entries.At(one.Item.Suspensions[^1].At, EventNames.Waiting)),
        Count(all, ReportSections.UnderWay, one => one.Entries.Assigned),
        Count(all, ReportSections.NotBegun, one => one.Entries.Accepted),
        Count(all, ReportSections.Withdrawn, one => one.Entries.At(one.Item.Withdrawal!.At, EventNames.Withdrawn)),
        new("moves", all.Sum(one => one.Item.DueChanges.Count),
            Numbers(all, one => [.. one.Item.DueChanges.SelectMany(one.Entries.Of)])),
    ];

    private static IReadOnlyList<int> Confirmed(StandingItem one) => one.Entries.At(one.Item.Confirmation!.At, EventNames.Confirmed);

    private static ReportFigure Count(
        IReadOnlyList<StandingItem> all, string code, Func<StandingItem, IReadOnlyList<int>> entries, params string[] sections)
    {
        StandingItem[] counted = [.. all.Where(one => sections.DefaultIfEmpty(code).Contains(one.Section))];
        return new(code, counted.Length, Numbers(counted, entries));
    }

    private static IReadOnlyList<int> Numbers(IEnumerable<StandingItem> counted, Func<StandingItem, IReadOnlyList<int>> entries) =>
        [.. counted.SelectMany(entries).Distinct().Order()];
}
