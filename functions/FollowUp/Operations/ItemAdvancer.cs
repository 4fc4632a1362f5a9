using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Storage;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>
/// Moves items' clocks on: assigns an item once nothing holds it back, writes down what is due before anything is sent, opens its
/// next occurrence, and says when to look next.
/// </summary>
public sealed class ItemAdvancer
{
    private readonly AgreementWriter writer;
    private readonly AdvancePlanner findings;
    private readonly DueIndex due;
    private readonly AgreementIndex index;
    private readonly Outbox outbox;

    /// <summary>Many items of one agreement come due at one moment: those that wait for each other are written together.</summary>
    private readonly KeyedBatcher<AdvanceRequest, AdvanceResult> looks;

    public ItemAdvancer(AgreementWriter writer, AgreementStore store, DueIndex due, AgreementIndex index, Outbox outbox, TimetableInputsLoader inputs, OccurrenceOpener occurrences)
    {
        (this.writer, this.due, this.index, this.outbox) = (writer, due, index, outbox);
        findings = new(store, inputs, occurrences);
        looks = new(Advance, AdvancePlanner.RowsMax);
    }

    /// <summary>
    /// Idempotent: what is in the ledger is never decided again, so a second look right after finds nothing to do.
    /// </summary>
    public Task<AdvanceResult> Advance(string agreement, string item, Instant now, CancellationToken cancel) =>
        looks.Submit(agreement, new(item, now)).WaitAsync(cancel);

    private async Task<IReadOnlyList<AdvanceResult>> Advance(string agreement, IReadOnlyList<AdvanceRequest> asks)
    {
        List<AdvanceResult> looked = [];
        while (looked.Count < asks.Count)
        {
            looked.AddRange(await writer.Run(agreement, () => Decide(agreement, [.. asks.Skip(looked.Count)]), CancellationToken.None));
        }

        return looked;
    }

    /// <returns>What the first of them came to, as many as one transaction takes.</returns>
    private async Task<Proposal<IReadOnlyList<AdvanceResult>>> Decide(string agreement, IReadOnlyList<AdvanceRequest> asks)
    {
        IReadOnlyList<PlannedAdvance> some = await findings.Plan(agreement, asks);
        PlannedAdvance[] did = [.. some.Where(finding => finding.Result.HasWrites)];
        await PutBefore(agreement, did, [.. did.Select(finding => finding.Opened?.Item).OfType<AgreedItem>()]);
        return new(Writes(agreement, did), [.. some.Select(finding => finding.Result)])
        {
            After = () => due.RemoveEntries(did.Where(finding => finding.HasMovedOn).Select(finding => finding.File!.Item.Item)),
        };
    }

    /// <summary>Indexes are written before what they point to, so that a crash in between leaves too many of them, never too few.</summary>
    private Task PutBefore(string agreement, IReadOnlyList<PlannedAdvance> findings, IReadOnlyList<AgreedItem> opened) => Task.WhenAll(
        due.AddEntries(findings.Select(finding => finding.Item!).Concat(opened), CancellationToken.None),
        opened.Count == 0 ? Task.CompletedTask : index.AddEntries(agreement, opened, findings.Max(finding => finding.Request.Now), CancellationToken.None),
        outbox.AddNotices(agreement, findings.SelectMany(finding => finding.Decision!.Rows).Where(row => row.State == NoticeState.Planned), CancellationToken.None));

    private static IReadOnlyList<RowWrite> Writes(string agreement, IReadOnlyList<PlannedAdvance> findings)
    {
        AgreementTransaction writes = new(agreement);
        if (findings.Count > 0)
        {
            writes.AppendJournalIfAny(findings[0].Head, findings.SelectMany(finding => finding.Happenings));
        }

        foreach (PlannedAdvance finding in findings)
        {
            writes.UpdateSchedule(finding.File!.Item, finding.Item!, finding.SettledAfter);
            writes.Add(finding.Decision!.Rows);
            if (finding.Opened is { } opened)
            {
                writes.Add(opened);
            }
        }

        return writes.Writes;
    }
}
