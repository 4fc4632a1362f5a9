namespace FollowUp.Ledger;

/// <summary>A notice that waits to be posted.</summary>
public sealed record NoticeRef(string Agreement, RungKey Key);
