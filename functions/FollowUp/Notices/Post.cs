using FollowUp.Following;

namespace FollowUp.Notices;

/// <summary>One letter to be: a person and the minute that it belongs to.</summary>
public sealed record Post(string Recipient, string Slot);

/// <summary>A notice that waits to be posted.</summary>
public sealed record Posted(string Agreement, RungKey Key);
