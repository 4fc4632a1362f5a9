using FollowUp.Items;
using FollowUp.Journal;
using NodaTime;

namespace FollowUp.Reports;

/// <summary>How an item stood: late, done, or for whom it waited and since when.</summary>
internal sealed class StandingLines(
    AgreedItem item, ItemEntries entries, IReadOnlyList<(int Number, AgreedItem Item)> others, Instant asOf)
{
    public IEnumerable<ReportLine> All() =>
    [
        .. item switch
        {
            { Confirmation: not null } => Confirmed(),
            { Completion: { } report } =>
                [Reported(report), .. Evidence(report), Awaits("confirm", item.Issuer, report.At, EventNames.Reported)],
            { IsWaiting: true } => [Waiting(item.Suspensions[^1])],
            { AssignedAt: null } => [.. Late(), .. First()],
            _ => [.. Late(), .. Running()],
        },
        .. item.PendingExtension is { } asked ? [Asked(asked)] : (ReportLine[])[],
        .. item is { IsPending: true, Progress: [.., var word] } ? [Word(word)] : (ReportLine[])[],
        .. ToldLate(),
    ];

    public IEnumerable<ReportLine> Confirmed()
    {
        Completion report = item.Completion!;
        Confirmation confirmed = item.Confirmation!;
        IReadOnlyList<int> numbers = entries.At(confirmed.At, EventNames.Confirmed);
        return
        [
            ReportLine.Of("confirmed", numbers, ("on", item.DayOf(confirmed.At)), ("by", new ReportPerson(confirmed.By))),
            .. confirmed.Note is { } note ? [ReportLine.Of("note", numbers, ("note", note))] : (ReportLine[])[],
            Reported(report), .. Evidence(report),
        ];
    }

    public IEnumerable<ReportLine> Withdrawn() =>
    [
        ReportLine.Of(
            "withdrawn", entries.At(item.Withdrawal!.At, EventNames.Withdrawn), ("on", item.DayOf(item.Withdrawal.At)),
            ("by", new ReportPerson(item.Withdrawal.By)), ("reason", item.Withdrawal.Reason)),
    ];

    private ReportLine Reported(Completion report)
    {
        int days = item.DaysLateAt(asOf);
        return ReportLine.Of(
            days > 0 ? "reported.late" : "reported", entries.At(report.At, EventNames.Reported),
            ("on", item.DayOf(report.At)), ("by", new ReportPerson(report.By)), ("days", days > 0 ? days : null));
    }

    private IEnumerable<ReportLine> Evidence(Completion report)
    {
        IReadOnlyList<int> numbers = entries.At(report.At, EventNames.Reported);
        yield return ReportLine.Of($"evidence.{report.Evidence.Kind}", numbers, ("reference", item.Readable(report.Evidence).Ref));
        if (report.Evidence.Note is { } note)
        {
            yield return ReportLine.Of("report", numbers, ("said", note));
        }
    }

    private IEnumerable<ReportLine> Late() => item.SlipAt(asOf) != Slip.Red
        ? []
        : [ReportLine.Of("late", entries.OfDueDate(item), ("days", item.DaysLateAt(asOf)), ("dueOn", item.DueOn))];

    /// <summary>Who moves next; an owner at work in good time keeps nobody waiting.</summary>
    private IEnumerable<ReportLine> Running() => item switch
    {
        _ when item.IsReturned() =>
            [Returned(item.Returns[^1]), Awaits("report-again", item.Owner, item.Returns[^1].At, EventNames.Returned)],
        { Receipt: null } => [Awaits("sign", item.Owner, item.HandedAt()!.Value, EventNames.HandedOver)],
        _ when item.SlipAt(asOf) == Slip.Red =>
            [ReportLine.Of("awaits.report", entries.OfDueDate(item), ("who", Awaited(item.Owner)), ("since", item.DueOn.PlusDays(1)))],
        _ => [],
    };

    private IEnumerable<ReportLine> First() => others.Where(other => other.Item.IsOpen).Select(other => ReportLine.Of(
        "awaits.finish-first", entries.Accepted, ("number", other.Number), ("title", other.Item.Title),
            ("who", Awaited(other.Item.Owner))));

    private ReportLine Waiting(Suspension waited)
    {
        LocalDate since = item.DayOf(waited.At);
        return ReportLine.Of(
            item.Counterpart is null ? "waiting" : "waiting.who", entries.At(waited.At, EventNames.Waiting),
            ("who", item.Counterpart is { } counterpart ? Awaited(counterpart) : null), ("since", since),
            ("days", Period.DaysBetween(since, item.DayOf(asOf))), ("reason", waited.Reason));
    }

    private ReportLine Returned(Return returned) => ReportLine.Of(
        "returned", entries.At(returned.At, EventNames.Returned), ("on", item.DayOf(returned.At)),
        ("by", new ReportPerson(returned.By)), ("reason", returned.Reason));

    /// <param name="at">Since when, by an act of that name; where it was assigned and nothing else, by its assignment.</param>
    private ReportLine Awaits(string what, string who, Instant at, string since) => ReportLine.Of(
        $"awaits.{what}", entries.At(at, since) is { Count: > 0 } act ? act : entries.Assigned,
        ("who", Awaited(who)), ("since", item.DayOf(at)));

    private ReportLine Asked(Extension asked) => ReportLine.Of(
        "awaits.decide-extension", entries.At(asked.At, EventNames.ExtensionAsked), ("who", Awaited(item.Issuer)),
        ("since", item.DayOf(asked.At)), ("askedFor", asked.DueOn), ("reason", asked.Reason));

    private ReportLine Word(ProgressReport word) => ReportLine.Of(
        "word", entries.At(word.At, EventNames.Progress), ("on", item.DayOf(word.At)), ("by", new ReportPerson(word.By)),
        ("text", word.Text));

    /// <summary>As the journal has it: a letter to them that it was overdue went out.</summary>
    private IEnumerable<ReportLine> ToldLate()
    {
        (string Who, int Number)[] told = [.. entries.All.Where(entry => item.IsPending && entry.Event == EventNames.Notice)
            .Select(entry => (Said: JournalPhrases.Read(entry)?.Args, entry.Seq))
            .Where(one => one.Said is { } said && said["state"] is "sent" && said["ladder"] is "overdue" or "review")
            .Select(one => ((string)one.Said!["to"], one.Seq))];
        return told.Length == 0
            ? []
            : [ReportLine.Of("told-late", [.. told.Select(one => one.Number)],
            ("who", told.Select(one => one.Who).Distinct().Select(who => new ReportPerson(who)).ToArray()))];
    }

    private static ReportPerson Awaited(string who) => new(who) { IsAwaited = true };
}
