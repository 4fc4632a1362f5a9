namespace FollowUp.Items;

/// <summary>One thing that an item is to say otherwise.</summary>
/// <param name="Field">A word of <see cref="AmendedField"/>.</param>
public sealed record Amendment(string Field, string Text);
