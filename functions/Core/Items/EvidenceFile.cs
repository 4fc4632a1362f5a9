using NodaTime;

namespace FollowUp.Items;

/// <summary>A file that shows what was done, as it was handed in. Its content lies beside the rows.</summary>
/// <param name="Sha256">Of the content, in lower hex: by it the file is named, and its content is held against it when it is read.</param>
/// <param name="Name">As it is offered to whoever takes it: one segment, without a folder.</param>
/// <param name="Type">The media type that its content was found to be of.</param>
/// <param name="Size">In bytes.</param>
public sealed record EvidenceFile(string Sha256, string Name, string Type, int Size, string By, Instant At);
