namespace FollowUp.Reports;

/// <summary>Somebody whom a line speaks of: what they are called, and of which side they are, each language says for itself.</summary>
public sealed record ReportPerson(string Id)
{
    /// <summary>Whether it matters of which side they are, since something waits for them.</summary>
    public bool IsAwaited { get; init; }
}
