using NodaTime;

namespace FollowUp.Items;

/// <summary>The owner signed that the item arrived.</summary>
public sealed record Receipt(string By, Instant At);

/// <summary>Interim word. It never closes an item.</summary>
public sealed record ProgressReport(string By, Instant At, string Text);

/// <summary>A stage is behind us.</summary>
public sealed record StageDone(string By, Instant At);

/// <summary>The owner says that it is done, with evidence.</summary>
public sealed record Completion(string By, Instant At, Evidence Evidence);

/// <summary>What shows that it is done: a document, a file, a link, or, honestly, nothing but word ("by phone, no document").</summary>
/// <param name="Kind"><c>document</c>, <c>file</c>, <c>link</c> or <c>none</c>.</param>
/// <param name="Ref">
/// The document's number, the address, or the checksum of a file that was handed in; required unless there is none.
/// </param>
/// <param name="Note">Required when there is neither document, file nor link.</param>
public sealed record Evidence(string Kind, string? Ref, string? Note)
{
    /// <summary>One of the item's <see cref="EvidenceFile"/>.</summary>
    public const string File = "file";

    public static IReadOnlyList<string> Kinds { get; } = ["document", File, "link", "none"];
}

/// <summary>The issuer accepted the report: the item is closed.</summary>
public sealed record Confirmation(string By, Instant At, string? Note);

/// <summary>The issuer sent the report back: the item is open again.</summary>
public sealed record Return(string By, Instant At, string Reason, Completion Of);

/// <summary>The item is no longer to be done.</summary>
public sealed record Withdrawal(string By, Instant At, string Reason)
{
    /// <summary>
    /// Whether what comes round goes on without this occurrence; null for what is done once, and for what earlier versions withdrew, which
    /// ended with it.
    /// </summary>
    public bool? SeriesGoesOn { get; init; }
}
