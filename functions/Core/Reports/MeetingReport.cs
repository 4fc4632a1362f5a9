using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Journal;

namespace FollowUp.Reports;

/// <summary>
/// What an agreement's next meeting needs to know: how its items stood at an instant, and what happened since the report before. It is
/// made of facts that bear their instants, so that the same question always has the same answer, whatever happened since; and each figure
/// and line names the entries of the journal that it stands on (law 19).
/// </summary>
/// <param name="Head">The number of the last entry that it knows; 0 for none.</param>
/// <param name="DueBeforeNext">In the order of their days.</param>
/// <param name="Changes">Item by item, in their order.</param>
public sealed record MeetingReport(
    Agreement Agreement,
    ReportPeriod Period,
    int Head,
    IReadOnlyList<ReportFigure> Figures,
    IReadOnlyList<ReportDate> DueBeforeNext,
    IReadOnlyList<ReportSection> Sections,
    IReadOnlyList<ReportChange> Changes)
{
    /// <summary>Whether it leaves out items that its reader may not see.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Everybody whom it speaks of.</summary>
    public IEnumerable<string> People() => Lines().SelectMany(line => line.Args.Values)
        .SelectMany(value => value switch
        {
            ReportPerson one => [one],
            IEnumerable<ReportPerson> some => some,
            _ => [],
        })
        .Select(one => one.Id).Distinct();

    private IEnumerable<ReportLine> Lines() =>
    [
        .. Sections.SelectMany(section => section.Items).SelectMany(item => item.Lines), .. DueBeforeNext.Select(date => date.Line),
        .. Changes.Select(change => change.Line),
    ];

    /// <param name="items">Those that are shown, as they are now or were at any time since.</param>
    /// <param name="journal">Of the agreement, all of it.</param>
    public static MeetingReport At(
        Agreement agreement, IReadOnlyList<AgreedItem> items, IReadOnlyList<Entry> journal, ReportPeriod period)
    {
        agreement = AgreementHistory.AsOf(agreement, journal, period.AsOf);
        IReadOnlyList<StandingItem> standing = StandingItem.InOrder(items, journal, period);
        Dictionary<string, StandingItem> byId = standing.ToDictionary(one => one.Item.Id);
        return new(
            agreement, period,
            journal.Where(entry => entry.At <= period.AsOf).Select(entry => entry.Seq).DefaultIfEmpty().Max(),
            ReportFigures.Of(standing, period),
            [.. standing.SelectMany(one => DueDates.Of(one, period)).OrderBy(date => date.On).ThenBy(date => date.Number)],
            [
                .. standing.GroupBy(one => one.Section).Select(section => new ReportSection(section.Key, [.. section.Select(Shown)])),
            ],
            [.. standing.SelectMany(one => ChangeLines.Of(one.Item, one.Entries, one.Number, period))]);

        ReportItem Shown(StandingItem one) => new(
            one.Number, one.Item.Id, one.Item.Title, agreement.ClauseOf(one.Item.Clause),
            new ItemLines(one.Item, one.Entries, Others(one.Item), period).All());

        (int, AgreedItem)[] Others(AgreedItem item) =>
            [.. item.DependsOn.Select(byId.GetValueOrDefault).OfType<StandingItem>().Select(other => (other.Number, other.Item))];
    }
}
