using FollowUp.Journal;
using FollowUp.Ledger;
using NodaTime;

namespace FollowUp.Proof;

/// <summary>The rows of the ledger held against the entries that seal them: each end has one entry, and each such entry one row.</summary>
internal sealed record LedgerSeals(int Whole, int ByWords, int Open, IReadOnlyList<ProofFinding> Findings)
{
    public static LedgerSeals Of(ReadProof proof)
    {
        Dictionary<(string?, string?, string?, Instant), Queue<Line<Entry>>> entries = proof.Entries
            .Where(line => line.Record.Event == EventNames.Notice)
            .GroupBy(line => (line.Record.Item, line.Record.Text, line.Record.Digest, line.Record.At))
            .ToDictionary(same => same.Key, same => new Queue<Line<Entry>>(same));
        ILookup<Seal, Line<SealedRow>> rows = proof.Ledger.ToLookup(line => SealOf(line.Record, entries));
        return new(
            rows[Seal.Whole].Count(), rows[Seal.ByWords].Count(), rows[Seal.Open].Count(),
            [.. Disorder(proof.Ledger), .. Unsealed([.. rows[Seal.None]], [.. entries.Values.SelectMany(left => left)])]);
    }

    /// <summary>Takes the entry of its end away from those that are left.</summary>
    private static Seal SealOf(SealedRow sealedRow, Dictionary<(string?, string?, string?, Instant), Queue<Line<Entry>>> entries)
    {
        LedgerRow row = sealedRow.ToRow();
        if (!row.IsFinal)
        {
            return Seal.Open;
        }

        JournalEvent end = NoticeJournal.EventOf(row);
        return row.At is not { } at ? Seal.None
            : Take(end.Digest) ? Seal.Whole
            : Take(null) ? Seal.ByWords
            : Seal.None;

        bool Take(string? digest) =>
            entries.TryGetValue((end.Item, end.Text, digest, at), out Queue<Line<Entry>>? same) && same.TryDequeue(out _);
    }

    private static IEnumerable<ProofFinding> Disorder(IReadOnlyList<Line<SealedRow>> ledger) =>
        from pair in ledger.Zip(ledger.Skip(1))
        let order = LedgerOrder.Instance.Compare(pair.First.Record, pair.Second.Record)
        where order >= 0
        select new ProofFinding(pair.Second.Number, ProofReader.NameOf(pair.Second.Record),
            order == 0 ? "is there twice" : "stands in another place than its key has");

    /// <summary>A row and an entry that are left over and speak of the same notice are one that was changed.</summary>
    private static IEnumerable<ProofFinding> Unsealed(IReadOnlyList<Line<SealedRow>> rows, List<Line<Entry>> entries)
    {
        foreach (Line<SealedRow> row in rows)
        {
            Line<Entry>? other = entries.Find(entry => entry.Record.Item == row.Record.Item
                && entry.Record.Text?.Contains($" {row.Record.ToRow().Key}", StringComparison.Ordinal) == true);
            yield return new(row.Number, ProofReader.NameOf(row.Record), other is null
                ? "is sealed by no entry of the journal: it was added, or changed, or its entry is gone"
                : $"was changed: entry {other.Record.Seq} seals it with another content");
            _ = other is not null && entries.Remove(other);
        }

        foreach (Line<Entry> entry in entries)
        {
            yield return new(entry.Number, ProofReader.NameOf(entry.Record), "seals a row that the ledger does not have");
        }
    }

    private enum Seal
    {
        None,
        Open,
        ByWords,
        Whole,
    }
}
