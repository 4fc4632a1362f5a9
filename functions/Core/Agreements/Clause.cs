namespace FollowUp.Agreements;

/// <summary>The place in an agreement that an item comes from, quoted in each authentic language.</summary>
public sealed record Clause(string Id, Wording Text);
