namespace FollowUp.Delivery.Languages;

/// <summary>Words that are written already, to go into a sentence as they are.</summary>
internal sealed record Written(string Text);
