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
public sealed class ItemClock
{
    private readonly Commits commits;
    private readonly Findings findings;
    private readonly DueIndex due;
    private readonly Catalogue catalogue;
    private readonly Postbag postbag;

    /// <summary>Many items of one agreement come due at one moment: those that wait for each other are written together.</summary>
    private readonly Gathering<Ask, Looked> looks;

    public ItemClock(Commits commits, AgreementFiles files, DueIndex due, Catalogue catalogue, Postbag postbag, ItemContext context, Occurrences occurrences)
    {
        (this.commits, this.due, this.catalogue, this.postbag) = (commits, due, catalogue, postbag);
        findings = new(files, context, occurrences);
        looks = new(Look, Findings.RowsMax);
    }

    /// <summary>
    /// Idempotent: what is in the ledger is never decided again, so a second look right after finds nothing to do.
    /// </summary>
    public Task<Looked> Look(string agreement, string item, Instant now, CancellationToken cancel) =>
        looks.Ask(agreement, new(item, now)).WaitAsync(cancel);

    private async Task<IReadOnlyList<Looked>> Look(string agreement, IReadOnlyList<Ask> asks)
    {
        List<Looked> looked = [];
        while (looked.Count < asks.Count)
        {
            looked.AddRange(await commits.Run(agreement, () => Decide(agreement, [.. asks.Skip(looked.Count)]), CancellationToken.None));
        }

        return looked;
    }

    /// <returns>What the first of them came to, as many as one transaction takes.</returns>
    private async Task<Proposal<IReadOnlyList<Looked>>> Decide(string agreement, IReadOnlyList<Ask> asks)
    {
        IReadOnlyList<Finding> some = await findings.Of(agreement, asks);
        Finding[] did = [.. some.Where(finding => finding.Looked.Did)];
        await PutBefore(agreement, did, [.. did.Select(finding => finding.Opened?.Item).OfType<AgreedItem>()]);
        return new(Writes(agreement, did), [.. some.Select(finding => finding.Looked)])
        {
            After = () => due.Leave(did.Where(finding => finding.HasMovedOn).Select(finding => finding.File!.Item.Item)),
        };
    }

    /// <summary>Indexes are written before what they point to, so that a crash in between leaves too many of them, never too few.</summary>
    private Task PutBefore(string agreement, IReadOnlyList<Finding> findings, IReadOnlyList<AgreedItem> opened) => Task.WhenAll(
        due.Mark(findings.Select(finding => finding.Item!).Concat(opened), CancellationToken.None),
        opened.Count == 0 ? Task.CompletedTask : catalogue.Put(agreement, opened, findings.Max(finding => finding.Ask.Now), CancellationToken.None),
        postbag.Put(agreement, findings.SelectMany(finding => finding.Decision!.Rows).Where(row => row.State == NoticeState.Planned), CancellationToken.None));

    private static IReadOnlyList<Write> Writes(string agreement, IReadOnlyList<Finding> findings)
    {
        Transaction writes = new(agreement);
        if (findings.Count > 0)
        {
            writes.ContinueIfAny(findings[0].Head, findings.SelectMany(finding => finding.Happenings));
        }

        foreach (Finding finding in findings)
        {
            writes.Move(finding.File!.Item, finding.Item!, finding.SettledAfter);
            writes.Add(finding.Decision!.Rows);
            if (finding.Opened is { } opened)
            {
                writes.Add(opened);
            }
        }

        return writes.Writes;
    }
}
