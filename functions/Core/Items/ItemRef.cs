namespace FollowUp.Items;

/// <summary>An item of an agreement, as orchestrations name it.</summary>
public sealed record ItemRef(string Agreement, string Item);
