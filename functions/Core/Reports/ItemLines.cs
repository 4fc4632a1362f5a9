using FollowUp.Items;
using FollowUp.Journal;
using NodaTime;

namespace FollowUp.Reports;

/// <summary>What a report says of one item: whose it is, by when, how its date moved, and how it stands.</summary>
/// <param name="item">As it stood.</param>
/// <param name="others">The same of the items that it depends on, with their numbers in the report.</param>
internal sealed class ItemLines(
    AgreedItem item, ItemEntries entries, IReadOnlyList<(int Number, AgreedItem Item)> others, ReportPeriod period)
{
    private readonly StandingLines standing = new(item, entries, others, period.AsOf);

    public IReadOnlyList<ReportLine> All() => ReportSections.Of(item, period) switch
    {
        ReportSections.DoneBefore => [.. standing.Confirmed()],
        ReportSections.Withdrawn => [.. standing.Withdrawn()],
        _ => [Parties(), Due(), .. Moves(), .. HandOvers(), .. standing.All(), .. Stages()],
    };

    private ReportLine Parties() => ReportLine.Of(
        item.Supporting.Count > 0 ? "parties.supporting" : "parties",
        [.. entries.Accepted, .. item.HandOvers.TakeLast(1).SelectMany(last => entries.At(last.At, EventNames.HandedOver))],
        ("owner", new ReportPerson(item.Owner)), ("issuer", new ReportPerson(item.Issuer)),
        ("supporting", item.Supporting.Count > 0 ? item.Supporting.Select(one => new ReportPerson(one)).ToArray() : null));

    private ReportLine Due() => item.DueChanges.Count == 0
        ? ReportLine.Of("due", entries.Accepted, ("dueOn", item.DueOn))
        : ReportLine.Of(
            "due.moved", [.. entries.Accepted, .. item.DueChanges.SelectMany(entries.Of)],
            ("dueOn", item.DueOn), ("originalDueOn", item.OriginalDueOn), ("moves", item.DueChanges.Count));

    private IEnumerable<ReportLine> Moves() => item.DueChanges.Select(change => ReportLine.Of(
        $"move.{change.Cause.ToString().ToLowerInvariant()}",
        entries.Of(change),
        ("on", item.DayOf(change.At)), ("from", change.From), ("to", change.To), ("by", new ReportPerson(change.By)),
            ("reason", change.Reason)));

    private IEnumerable<ReportLine> HandOvers() => item.HandOvers.Select(handOver => ReportLine.Of(
        "handed-over", entries.At(handOver.At, EventNames.HandedOver), ("on", item.DayOf(handOver.At)),
        ("from", new ReportPerson(handOver.From)), ("to", new ReportPerson(handOver.To)), ("reason", handOver.Reason)));

    private IEnumerable<ReportLine> Stages()
    {
        LocalDate today = item.DayOf(period.AsOf);
        return item.Stages.Where(_ => item.IsOpen).OrderBy(stage => stage.DueOn).Select(stage => stage.Done is { } done
            ? ReportLine.Of("stage.done", entries.At(done.At, EventNames.StageDone), ("stage", stage.Id), ("on", item.DayOf(done.At)))
            : ReportLine.Of(
                stage.DueOn < today && item.IsRunning ? "stage.late" : "stage.open", entries.Accepted, ("stage", stage.Id),
                ("dueOn", stage.DueOn), ("days", stage.DueOn < today ? Period.DaysBetween(stage.DueOn, today) : null)));
    }
}
