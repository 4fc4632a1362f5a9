using FollowUp.Journal;

namespace FollowUp.Storage.Moving;

/// <summary>What lies at the other end now, as it was read there.</summary>
/// <param name="Rows">Of all tables, but for what says nothing.</param>
/// <param name="DamagedFiles">Contents that were not what their checksum says before they were moved, and are not now.</param>
public sealed record MoveReport(int Rows, int Files, IReadOnlyList<FileKey> DamagedFiles, IReadOnlyList<MovedChain> Chains);

/// <summary>An agreement, and where its journal ends.</summary>
/// <param name="Break">The first entry that does not fit; null where the chain is whole.</param>
public sealed record MovedChain(string Agreement, int Items, Chain Head, int? Break);
