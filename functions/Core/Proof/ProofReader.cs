using System.Text.Json;
using FollowUp.Journal;
using FollowUp.Ledger;
using FollowUp.Values;

namespace FollowUp.Proof;

/// <summary>
/// Reads a proof file, line by line: each record must be, byte for byte, what is written for what it says. So there is one spelling only,
/// and nothing that two readers could read in two ways.
/// </summary>
internal sealed class ProofReader(ReadOnlyMemory<byte> file)
{
    private const string OtherSpelling =
        "is spelled otherwise than the format has it: blanks, the order of fields, or a number, a moment or a character in another form";

    private readonly List<ProofFinding> findings = [];

    /// <summary>Where the next line begins.</summary>
    private int at;

    /// <summary>The number of the line that was read last.</summary>
    private int line;

    public IReadOnlyList<ProofFinding> Findings => findings;

    /// <returns>Null where the file has another shape.</returns>
    public ReadProof? Read()
    {
        List<Line<ProofAgreement>> agreement = [];
        List<Line<Chain>> head = [];
        List<Line<Entry>> entries = [];
        List<Line<SealedRow>> ledger = [];
        bool isWhole = Expect(ProofFormat.Opening)
            && One(ProofFormat.Agreement, agreement) && One(ProofFormat.Head, head)
            && Many<ProofItem>(ProofFormat.Items, [], one => $"item {one.Id}")
            && Many<ProofPerson>(ProofFormat.People, [], one => $"person {one.Id}")
            && Many(ProofFormat.Entries, entries, one => NameOf(one))
            && Many(ProofFormat.Ledger, ledger, one => NameOf(one))
            && End();
        return isWhole && agreement.Count > 0 && head.Count > 0
            ? new(agreement[0].Record, head[0].Record, entries, ledger, line) : null;
    }

    public static string NameOf(Entry entry) => $"entry {entry.Seq}";

    public static string NameOf(SealedRow row) => $"ledger row {row.ToRow().Key} of {row.Item}";

    private bool Expect(string text)
    {
        ReadOnlySpan<byte> next = Next();
        return next.SequenceEqual(ProofFormat.Bytes(text)) || Misshapen(text);
    }

    private bool One<T>(string name, List<Line<T>> records)
    {
        ReadOnlySpan<byte> next = Next();
        byte[] opening = ProofFormat.Bytes(ProofFormat.FieldOpening(name));
        if (!next.StartsWith(opening) || !next.EndsWith(","u8))
        {
            return Misshapen($"{ProofFormat.FieldOpening(name)}…,");
        }

        Take(next[opening.Length..^1], records, _ => name, name);
        return true;
    }

    private bool Many<T>(string name, List<Line<T>> records, Func<T, string> nameOf)
    {
        if (!Expect(ProofFormat.ListOpening(name)))
        {
            return false;
        }

        bool isLast = false;
        int before = line;
        for (ReadOnlySpan<byte> next = Next(); !next.SequenceEqual("],"u8); next = Next())
        {
            if (next.IsEmpty || isLast)
            {
                return Misshapen(ProofFormat.ListEnd);
            }

            isLast = !next.EndsWith(","u8);
            Take(isLast ? next : next[..^1], records, nameOf, $"a record of {name}");
        }

        return isLast || line == before + 1 || Misshapen($"another record of {name}");
    }

    /// <summary>The digest of all that is before it, and nothing behind it.</summary>
    private bool End()
    {
        string digest = Fingerprints.HashOfBytes(file.Span[..at]);
        ReadOnlySpan<byte> next = Next();
        if (!next.SequenceEqual(ProofFormat.Bytes(ProofFormat.DigestLine(digest))))
        {
            findings.Add(new(line, ProofFinding.File, next.StartsWith("\"digest\":"u8)
                ? "was changed: its digest does not fit what is before it" : "does not end with its digest"));
        }

        if (at < file.Length || file.Length == 0 || file.Span[^1] != '\n')
        {
            findings.Add(new(line, ProofFinding.File, "does not end with this line and its LF"));
        }

        return true;
    }

    private void Take<T>(ReadOnlySpan<byte> record, List<Line<T>> records, Func<T, string> nameOf, string otherwise)
    {
        try
        {
            T read = ProofFormat.Read<T>(record);
            records.Add(new(line, read));
            if (!record.SequenceEqual(ProofFormat.Bytes(ProofFormat.Write(read))))
            {
                findings.Add(new(line, nameOf(read), OtherSpelling));
            }
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or NotSupportedException)
        {
            findings.Add(new(line, otherwise, RecordFault.Of<T>(record)));
        }
    }

    private bool Misshapen(string expected)
    {
        findings.Add(new(line, ProofFinding.File, $"has another shape than the format: {expected} is expected here"));
        return false;
    }

    /// <returns>The next line without its LF; empty at the end.</returns>
    private ReadOnlySpan<byte> Next()
    {
        ReadOnlySpan<byte> rest = file.Span[at..];
        int end = rest.IndexOf((byte)'\n');
        at += end < 0 ? rest.Length : end + 1;
        line++;
        return end < 0 ? rest : rest[..end];
    }
}
