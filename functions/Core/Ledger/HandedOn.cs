using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Ledger;

/// <summary>What went to somebody else, since whom it was meant for was away, and whether they have heard of it since.</summary>
internal static class HandedOn
{
    /// <summary>
    /// Alarms are for whoever is there to mend it, and a former owner hears nothing after the hand-over: of neither is there a report.
    /// </summary>
    public static bool IsHandedOn(this LedgerRow row) =>
        row.SentTo is { } receiver && receiver != row.Key.Recipient
        && row.Key.Ladder is not (LadderName.Absence or LadderName.Undelivered) && row.Role != Role.FormerOwner;

    /// <summary>Whether it is a report to somebody who was away; one that found them away once more says nothing.</summary>
    public static bool IsAbsenceReport(this LedgerRow row) => row.Key.Ladder == LadderName.Absence;

    /// <summary>What went to others in the place of <paramref name="person"/> since they last heard of that, or is on its way.</summary>
    public static List<LedgerRow> Unreported(string person, IReadOnlyList<LedgerRow> ledger) =>
        [.. Between(person, ledger, LastReport(person, ledger, null), null)];

    /// <summary>What a report tells of: it went out to others since the report before.</summary>
    public static List<LedgerRow> ToldBy(LedgerRow report, IReadOnlyList<LedgerRow> ledger) =>
    [
        .. Between(report.Key.Recipient, ledger, LastReport(report.Key.Recipient, ledger, report), report.DecidedAt)
            .Where(row => row.State == NoticeState.Sent).OrderBy(row => row.At),
    ];

    private static IEnumerable<LedgerRow> Between(string person, IReadOnlyList<LedgerRow> ledger, Instant? after, Instant? until) =>
        ledger.Where(row => row.Key.Recipient == person && row.IsHandedOn() && row.State switch
        {
            NoticeState.Planned => true,
            NoticeState.Sent => (after is null || row.At > after) && (until is null || row.At <= until),
            _ => false,
        });

    /// <param name="before">The report whose predecessor is asked for; null for the last of all.</param>
    private static Instant? LastReport(string person, IReadOnlyList<LedgerRow> ledger, LedgerRow? before) => ledger
        .Where(row => row.IsAbsenceReport() && row.Key.Recipient == person && row.SentTo is not null
            && (before is null || row.Key.AnchorRevision < before.Key.AnchorRevision))
        .Max(row => (Instant?)row.DecidedAt);
}
