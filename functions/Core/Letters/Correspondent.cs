namespace FollowUp.Letters;

/// <summary>Somebody whom a letter's reader can write to, by the name that its reader knows.</summary>
public sealed record Correspondent(string Name, string Address);
