using FollowUp.Journal;
using FollowUp.Ledger;

namespace FollowUp.Proof;

/// <summary>A proof file as it was read: its records, each with its line.</summary>
internal sealed record ReadProof(
    ProofAgreement Agreement, Chain Head, IReadOnlyList<Line<Entry>> Entries, IReadOnlyList<Line<SealedRow>> Ledger, int LastLine);

/// <summary>A record, and the line of the file that it stands in, from 1.</summary>
internal sealed record Line<T>(int Number, T Record);
