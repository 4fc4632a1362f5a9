using FollowUp.Ledger;
using FollowUp.Letters;

namespace FollowUp.Storage;

/// <summary>What lies in the outbox under one key.</summary>
/// <param name="Letter">Packed before; null while nobody has.</param>
/// <param name="IsDelayed">Whether the channel is known never to have taken it, though it was tried.</param>
/// <param name="Notices">Those in the letter and those that came later, up to a limit.</param>
public sealed record OutboxBatch(Letter? Letter, bool IsDelayed, IReadOnlyList<NoticeRef> Notices)
{
    public bool IsEmpty => Letter is null && Notices.Count == 0;
}
