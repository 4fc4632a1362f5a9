namespace FollowUp.Items;

/// <summary>A piece of reference data as it was on the day the item was accepted (law 9).</summary>
public sealed record FrozenRevision(string Id, int Revision);
