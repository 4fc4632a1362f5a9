using System.Buffers;
using FollowUp.Journal;
using FollowUp.Values;

namespace FollowUp.Proof;

/// <summary>
/// An agreement's whole journal and ledger in one file that anyone can check without us (law 19). docs/design.md §5 has the format.
/// </summary>
public static class ProofFile
{
    /// <summary>A file is held in memory; a hundred agreements at their limits for ten years would not fill this.</summary>
    private const int LengthMax = 1 << 30;

    private const int PieceLength = 1 << 16;

    /// <summary>The same content is the same bytes.</summary>
    public static ReadOnlyMemory<byte> Write(ProofContent content)
    {
        ArrayBufferWriter<byte> file = new();
        Line(file, ProofFormat.Opening);
        Line(file, $"{ProofFormat.FieldOpening(ProofFormat.Agreement)}{ProofFormat.Write(content.Agreement)},");
        Line(file, $"{ProofFormat.FieldOpening(ProofFormat.Head)}{ProofFormat.Write(content.Head)},");
        List(file, ProofFormat.Items, content.Items);
        List(file, ProofFormat.People, content.People);
        List(file, ProofFormat.Entries, content.Entries);
        List(file, ProofFormat.Ledger, content.Ledger);
        Line(file, ProofFormat.DigestLine(Fingerprints.HashOfBytes(file.WrittenSpan)));
        return file.WrittenMemory;
    }

    /// <summary>
    /// Finds whatever was changed, left out, added, doubled or put elsewhere, and whatever is spelled otherwise than it was written. Needs
    /// the file alone.
    /// </summary>
    /// <param name="noted">
    /// A head that somebody noted down elsewhere, of this or of an earlier file: the journal must still contain it.
    /// </param>
    /// <param name="evidence">SHA-256 in lower hex of files at hand, by name: each must be in an entry of the journal.</param>
    public static ProofResult Verify(Stream file, Chain? noted = null, IReadOnlyDictionary<string, string>? evidence = null) =>
        ReadAll(file) is { } bytes
            ? Verify(bytes, noted, evidence)
            : new() { Findings = [new(1, ProofFinding.File, $"is larger than {LengthMax} bytes: no file of ours is")] };

    /// <inheritdoc cref="Verify(Stream, Chain, IReadOnlyDictionary{string, string})"/>
    public static ProofResult Verify(
        ReadOnlyMemory<byte> file, Chain? noted = null, IReadOnlyDictionary<string, string>? evidence = null)
    {
        ProofReader reader = new(file);
        if (reader.Read() is not { } read)
        {
            return new() { Findings = Shown(reader.Findings) };
        }

        ProofChecks checks = new(read);
        checks.Chain(noted);
        LedgerSeals seals = checks.Ledger();
        IReadOnlyList<EvidenceMatch> matches = checks.Evidence(evidence ?? new Dictionary<string, string>());
        return new()
        {
            Findings = Shown([.. reader.Findings, .. checks.Findings, .. seals.Findings]),
            Agreement = read.Agreement.Id,
            Head = read.Head,
            Entries = read.Entries.Count,
            LedgerRows = read.Ledger.Count,
            SealedRows = seals.Whole,
            RowsSealedByWords = seals.ByWords,
            OpenRows = seals.Open,
            Evidence = matches,
        };
    }

    private static IReadOnlyList<ProofFinding> Shown(IEnumerable<ProofFinding> findings) =>
        [.. findings.OrderBy(finding => finding.Line).Take(ProofResult.FindingsMax)];

    private static void List<T>(ArrayBufferWriter<byte> file, string name, IReadOnlyList<T> records)
    {
        Line(file, ProofFormat.ListOpening(name));
        foreach ((int at, T record) in records.Index())
        {
            Line(file, ProofFormat.Write(record) + (at < records.Count - 1 ? "," : ""));
        }

        Line(file, ProofFormat.ListEnd);
    }

    private static void Line(ArrayBufferWriter<byte> file, string text)
    {
        file.Write(ProofFormat.Bytes(text));
        file.Write("\n"u8);
    }

    private static ReadOnlyMemory<byte>? ReadAll(Stream file)
    {
        ArrayBufferWriter<byte> all = new();
        while (file.Read(all.GetSpan(PieceLength)) is var length and > 0)
        {
            all.Advance(length);
            if (all.WrittenCount > LengthMax)
            {
                return null;
            }
        }

        return all.WrittenMemory;
    }
}
