using Azure;
using Azure.Data.Tables;

namespace FollowUp.Storage;

/// <summary>
/// Carries out what an agreement's head says is decided and not all written yet (<see cref="StagedChanges"/>). Whoever writes the head
/// does so first, so that nothing can happen in between that the decision did not know; several who do it at once are harmless, since
/// each step is one transaction on the head that was read.
/// </summary>
internal sealed class StagedWork(TableClients tables, Func<AgreementTransaction, CancellationToken, Task<bool>> write)
{
    /// <summary>Of others who carry out the same: each conflict means that they did a step.</summary>
    private const int ConflictsMax = 50;

    /// <summary>More are read in one request, with whatever lies between them.</summary>
    private const int FewItems = 8;

    private TableClient Table => tables.Agreements;

    /// <summary>Nothing where nothing is left to do, which costs one request.</summary>
    public async Task Finish(string agreement, CancellationToken cancel)
    {
        StagedChanges? changes = null;
        for (int conflicts = 0; conflicts < ConflictsMax;)
        {
            if (await Row(agreement, TableKeys.Head, cancel) is not { } row
                || RowMapping.Head(row) is not { Staged: { } progress } head)
            {
                return;
            }

            changes ??= await Read(agreement, progress, cancel);
            conflicts += changes is not null && await write(await Step(head, progress, changes, cancel), cancel) ? 0 : 1;
        }

        throw ContentionException.OfAgreement(agreement);
    }

    /// <returns>Null where somebody else has carried out all of it meanwhile.</returns>
    private async Task<StagedChanges?> Read(string agreement, StagedProgress progress, CancellationToken cancel)
    {
        List<StagedPiece> pieces = [];
        for (int piece = 0; piece < progress.Pieces; piece++)
        {
            if (await Row(agreement, TableKeys.Staged(piece), cancel) is not { } row)
            {
                return null;
            }

            pieces.Add(row.Read<StagedPiece>());
        }

        return StagedChanges.Unpack(pieces);
    }

    /// <summary>The next of them, as many as one transaction takes; with the last goes what was written down.</summary>
    private async Task<AgreementTransaction> Step(
        StoredAgreement head, StagedProgress progress, StagedChanges changes, CancellationToken cancel)
    {
        IReadOnlyList<StagedChange> some = changes.From(progress.Done);
        StagedProgress next = progress with { Done = progress.Done + some.Count };
        AgreementTransaction transaction = new(head.Agreement.Id);
        bool isLast = next.Done == changes.Changes.Count;
        StagedAgreement? itself = progress.Done == 0 ? changes.Agreement : null;
        transaction.Write(
            head with { Staged = isLast ? null : next }, itself, some, await Known(head.Agreement.Id, some, cancel), changes.At);
        if (isLast)
        {
            transaction.RemoveStaged(progress.Pieces);
        }

        return transaction;
    }

    /// <summary>As they are now: a clock may have written them since they were decided on, and nobody else.</summary>
    private async Task<IReadOnlyList<StoredItem>> Known(string agreement, IReadOnlyList<StagedChange> some, CancellationToken cancel)
    {
        string[] keys =
            [.. some.Where(change => !change.IsNew).Select(change => TableKeys.Item(change.Item.Id)).Order(StringComparer.Ordinal)];
        if (keys.Length < FewItems)
        {
            return [.. (await Task.WhenAll(keys.Select(key => Row(agreement, key, cancel)))).OfType<TableEntity>().Select(RowMapping.Item)];
        }

        string between = $"{TableKeys.In(agreement)} and RowKey ge '{keys[0]}' and RowKey le '{keys[^1]}'";
        return await Table.QueryAsync<TableEntity>(between, cancellationToken: cancel)
            .Where(row => keys.Contains(row.RowKey)).Select(RowMapping.Item).ToListAsync(cancel);
    }

    private async Task<TableEntity?> Row(string agreement, string row, CancellationToken cancel)
    {
        NullableResponse<TableEntity> found = await Table.GetEntityIfExistsAsync<TableEntity>(agreement, row, cancellationToken: cancel);
        return found.HasValue ? found.Value : null;
    }
}
