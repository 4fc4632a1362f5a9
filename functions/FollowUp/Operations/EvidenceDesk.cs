using FollowUp.Items;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.DurableTask.Client;

namespace FollowUp.Operations;

/// <summary>Takes in files that show what was done, and hands them out: the content first, then the row that knows it.</summary>
public sealed class EvidenceDesk(AgreementStore store, ItemChanger changer, IFileStore files)
{
    /// <summary>
    /// Keeps the file with the item. Whatever ends it half way leaves a content at most that no row knows; the same call again writes it
    /// over with the same.
    /// </summary>
    /// <inheritdoc cref="ItemChanger.Change"/>
    public async Task<ChangeResult> HandIn(
        ItemChange change, string sha256, ReadOnlyMemory<byte> content, DurableTaskClient client, CancellationToken cancel)
    {
        await changer.Check(change, cancel);
        await files.Write(new(change.Agreement, change.Item, sha256), content, cancel);
        return await changer.Change(change, client, cancel);
    }

    /// <exception cref="NotFoundException">The item has no such file.</exception>
    /// <exception cref="EvidenceDamagedException">What lies there is not what was handed in.</exception>
    public async Task<(EvidenceFile File, byte[] Content)> Read(string agreement, string item, string sha256, CancellationToken cancel)
    {
        LoadedItem? loaded = await store.Load(agreement, item, Freshness.Current, cancel);
        EvidenceFile file = loaded?.Item.Item.FileOf(sha256)
            ?? throw new NotFoundException($"This file of item {item} of agreement {agreement}");
        byte[]? content = await files.Read(new(agreement, item, sha256), cancel);
        return content is not null && Fingerprints.HashOfBytes(content) == sha256
            ? (file, content)
            : throw new EvidenceDamagedException(sha256, isMissing: content is null);
    }
}

/// <summary>The store has another content than the one that was handed in, or none: it is told, and not given out.</summary>
public sealed class EvidenceDamagedException(string sha256, bool isMissing) : Exception(
    $"The content with the checksum {sha256} is {(isMissing ? "not in the store" : "not what the store has under it")}: "
    + "take it from a backup, or ask who handed it in for the file. Handing it in again puts it right.");
