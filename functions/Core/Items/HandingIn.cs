using FollowUp.Faults;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Items;

/// <summary>How files come to an item that show what was done.</summary>
public static class HandingIn
{
    /// <summary>An issuer looks through so many; more of them are one file with all pages.</summary>
    public const int FilesMax = 10;

    /// <summary>
    /// The owner hands in a file, as long as the item is theirs to report. The same content is handed in once, whatever its name.
    /// </summary>
    public static AgreedItem HandIn(this AgreedItem item, Actor by, Instant at, string sha256, string name, string type, int size)
    {
        Permission.Demand(item, by, "given a file", Role.Owner);
        return item switch
        {
            _ when item.FileOf(sha256) is not null => item,
            { IsPending: false } or { AssignedAt: null } => throw ItemRefusedException.NotNow(item, "given a file"),
            { EvidenceFiles.Count: >= FilesMax } =>
                throw ItemRefusedException.NotNow(item, "given a file", StatePhrases.TooManyFiles.Fill(FilesMax)),
            _ => item with { EvidenceFiles = [.. item.EvidenceFiles, new(sha256, name, type, size, by.Person, at)] },
        };
    }

    /// <summary>The file of that checksum; null where none was handed in.</summary>
    public static EvidenceFile? FileOf(this AgreedItem item, string? sha256) =>
        item.EvidenceFiles.FirstOrDefault(file => file.Sha256 == sha256);

    /// <summary>Evidence as people read it: of a file its name, not its checksum.</summary>
    public static Evidence Readable(this AgreedItem item, Evidence evidence) =>
        evidence.Kind == Evidence.File ? evidence with { Ref = item.FileOf(evidence.Ref)?.Name ?? evidence.Ref } : evidence;
}
