using FollowUp.Ledger;

namespace FollowUp.Storage;

/// <summary>One item with all that a decision about it needs from its agreement's partition.</summary>
public sealed record LoadedItem(StoredAgreement Agreement, StoredItem Item, IReadOnlyList<LedgerRow> Ledger);
