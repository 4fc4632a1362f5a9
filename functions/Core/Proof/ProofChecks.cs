using FollowUp.Journal;

namespace FollowUp.Proof;

/// <summary>What a file that was read says of itself, held against its chain and against what is known from elsewhere.</summary>
internal sealed class ProofChecks(ReadProof proof)
{
    private readonly List<ProofFinding> findings = [];

    public IReadOnlyList<ProofFinding> Findings => findings;

    /// <summary>Every entry that does not fit, and whether the chain ends, and passes, where it is said to.</summary>
    public void Chain(Chain? noted)
    {
        Chain end = Journal.Chain.Empty;
        foreach (Line<Entry> line in proof.Entries)
        {
            Fit(line, end);
            end = new(line.Record.Seq, line.Record.Hash);
        }

        if (proof.Head != end)
        {
            findings.Add(new(proof.LastLine, ProofFinding.File,
                $"ends with entry {end.Seq} and its hash {end.Hash}; its head says {proof.Head.Seq} and {proof.Head.Hash}"));
        }

        if (noted is not null && !proof.Entries.Any(line => (line.Record.Seq, line.Record.Hash) == (noted.Seq, noted.Hash)))
        {
            findings.Add(new(proof.LastLine, $"entry {noted.Seq}", noted.Seq > end.Seq
                ? $"is not there, and was noted down: the journal was cut at {end.Seq}, or is another"
                : $"has not the hash that was noted down ({noted.Hash}): the journal was made anew, or is another"));
        }
    }

    public LedgerSeals Ledger() => LedgerSeals.Of(proof);

    /// <summary>
    /// Which entry tells of each file at hand: its checksum ends the text. A checksum within it may be part of a name that somebody chose.
    /// </summary>
    public IReadOnlyList<EvidenceMatch> Evidence(IReadOnlyDictionary<string, string> files)
    {
        List<EvidenceMatch> matches = [];
        foreach ((string file, string hash) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            Entry? entry = proof.Entries.Select(line => line.Record)
                .FirstOrDefault(one => one.Text?.EndsWith(hash, StringComparison.Ordinal) == true);
            matches.Add(new(file, entry?.Seq));
            if (entry is null)
            {
                findings.Add(new(proof.LastLine, $"evidence {file}",
                    $"is in no entry of the journal: it was not handed in as it is now (SHA-256 {hash})"));
            }
        }

        return matches;
    }

    private void Fit(Line<Entry> line, Chain before)
    {
        Entry entry = line.Record;
        string?[] faults =
        [
            entry.Agreement == proof.Agreement.Id ? null : $"is of another agreement, {entry.Agreement}",
            entry.Seq == before.Seq + 1 ? null
                : entry.Seq > before.Seq ? $"follows {before.Seq}: what was between them is missing"
                : $"follows {before.Seq}: it is there twice, or was put elsewhere",
            entry.Previous == before.Hash ? null : "does not follow what is before it: the hash of that is another",
            entry.IsSealed() ? null : "was changed: its hash does not fit what it says",
        ];
        findings.AddRange(faults.OfType<string>().Select(fault => new ProofFinding(line.Number, ProofReader.NameOf(entry), fault)));
    }
}
