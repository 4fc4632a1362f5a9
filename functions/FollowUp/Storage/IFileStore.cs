namespace FollowUp.Storage;

/// <summary>
/// The contents of files, beside the rows that know them. What lies under a key is the content of that checksum and nothing else, so that
/// writing it again, by two at once or after half of it, changes nothing. A content that no row knows is seen by nobody.
/// </summary>
public interface IFileStore
{
    /// <summary>Returns once the whole content is as durable as the rows are.</summary>
    Task Write(FileKey key, ReadOnlyMemory<byte> content, CancellationToken cancel);

    /// <summary>What lies there, be it whole or not: the caller holds it against the checksum. Null where nothing does.</summary>
    Task<byte[]?> Read(FileKey key, CancellationToken cancel);

    /// <summary>Where contents lie, those that no row knows among them.</summary>
    Task<IReadOnlyList<FileKey>> Keys(CancellationToken cancel);
}

/// <summary>Where a content lies: with its item, so that one office's storage can be looked through by hand.</summary>
/// <param name="Sha256">In lower hex.</param>
public sealed record FileKey(string Agreement, string Item, string Sha256);
