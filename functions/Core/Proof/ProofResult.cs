using FollowUp.Journal;

namespace FollowUp.Proof;

/// <summary>What the check of a proof file came to.</summary>
public sealed record ProofResult
{
    /// <summary>Nothing within it was changed. That nobody made all of it anew shows only a head noted elsewhere.</summary>
    public bool IsSound => Findings.Count == 0;

    /// <summary>The first of them, in the order of the file: at most <see cref="FindingsMax"/>.</summary>
    public required IReadOnlyList<ProofFinding> Findings { get; init; }

    /// <summary>The agreement whose journal it is; null where the file does not get that far.</summary>
    public string? Agreement { get; init; }

    /// <summary>The end of the journal: to be noted down elsewhere.</summary>
    public Chain? Head { get; init; }

    public int Entries { get; init; }

    public int LedgerRows { get; init; }

    /// <summary>Rows of which the chain seals every field.</summary>
    public int SealedRows { get; init; }

    /// <summary>
    /// Rows that an earlier version brought to their end: the chain seals who, what, when and why, not address and Message-ID.
    /// </summary>
    public int RowsSealedByWords { get; init; }

    /// <summary>Rows that have not come to their end, which the file's own digest alone seals.</summary>
    public int OpenRows { get; init; }

    /// <summary>The files that were given, and the entry that has the checksum of each.</summary>
    public IReadOnlyList<EvidenceMatch> Evidence { get; init; } = [];

    /// <summary>A file that is damaged throughout says so by the first hundred.</summary>
    public const int FindingsMax = 100;
}

/// <summary>A file at hand.</summary>
/// <param name="Entry">The entry whose text ends with its checksum; null where none does.</param>
public sealed record EvidenceMatch(string File, int? Entry);
