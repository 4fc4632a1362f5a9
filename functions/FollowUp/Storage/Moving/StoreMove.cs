using Azure.Data.Tables;
using FollowUp.Journal;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Storage.Moving;

/// <summary>
/// Carries all that a store holds into an empty one: every row as it is, and every file. The orchestrations stay, since they hold no facts
/// (law 1); once a host runs there, its sweep or a repair starts them anew. From the moment that all is there, nothing can be written into
/// the store that was left. One that was cut short goes on by being called again.
/// </summary>
/// <param name="tell">Hears how far it is.</param>
public sealed class StoreMove(StoreEnd source, StoreEnd target, TimeProvider clock, Action<string> tell)
{
    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <exception cref="MoveRefusedException">It cannot be done, or not be finished, as things are.</exception>
    public async Task<MoveReport> Run(CancellationToken cancel)
    {
        await Task.WhenAll(source.Tables.Create(cancel), target.Tables.Create(cancel));
        await new MoveChecks(source, target, clock).Demand(cancel);
        await new MoveMark(IsGone: false, source.Name, Now).Write(target.Tables.Calendars, cancel);
        int rows = 0;
        foreach ((TableClient from, TableClient to) in source.Tables.All.Zip(target.Tables.All))
        {
            rows += await Carry(from, to, cancel);
        }

        (int files, IReadOnlyList<FileKey> damaged) = await CarryFiles(cancel);
        await DemandNoChange(cancel);
        MoveReport report = new(rows, files, damaged, await Chains(cancel));
        await new MoveMark(IsGone: true, target.Name, Now).Write(source.Tables.Calendars, cancel);
        await MoveMark.Remove(target.Tables.Calendars, cancel);
        return report;
    }

    private async Task<int> Carry(TableClient from, TableClient to, CancellationToken cancel)
    {
        int written = await RowBatches.Write(to, Differences(from, to, cancel), cancel);
        int rows = await CarriedRows.Of(to, cancel).CountAsync(cancel);
        tell($"{from.Name}: {rows} rows, {written} of them by this move");
        return rows;
    }

    private static IAsyncEnumerable<TableTransactionAction> Differences(TableClient from, TableClient to, CancellationToken cancel) =>
        RowDifferences.Between(CarriedRows.Of(from, cancel), CarriedRows.Of(to, cancel), cancel);

    /// <summary>What is there already is not sent again; what was sent is read back.</summary>
    private async Task<(int Files, IReadOnlyList<FileKey> Damaged)> CarryFiles(CancellationToken cancel)
    {
        IReadOnlyList<FileKey> keys = await source.Files.Keys(cancel);
        List<FileKey> damaged = [];
        foreach (FileKey key in keys)
        {
            byte[] content = await source.Files.Read(key, cancel) ?? [];
            if (!await IsThere(key, content, cancel))
            {
                await target.Files.Write(key, content, cancel);
                _ = await IsThere(key, content, cancel) ? true : throw new MoveRefusedException(
                    $"{target.Name} did not keep the file {key.Sha256} of item {key.Item} of {key.Agreement} as it was sent. Move again.");
            }

            if (Fingerprints.HashOfBytes(content) != key.Sha256)
            {
                damaged.Add(key);
            }
        }

        tell($"Files: {keys.Count}");
        return (keys.Count, damaged);
    }

    private async Task<bool> IsThere(FileKey key, byte[] content, CancellationToken cancel) =>
        await target.Files.Read(key, cancel) is { } there && there.AsSpan().SequenceEqual(content);

    /// <summary>Both ends once more, from first to last: whoever wrote meanwhile is found, and so is what did not arrive.</summary>
    private async Task DemandNoChange(CancellationToken cancel)
    {
        foreach ((TableClient from, TableClient to) in source.Tables.All.Zip(target.Tables.All))
        {
            if (await Differences(from, to, cancel).FirstOrDefaultAsync(cancel) is { } other)
            {
                throw new MoveRefusedException(
                    $"{from.Name} is not the same at both ends, from {other.Entity.PartitionKey} {other.Entity.RowKey} on: "
                    + $"somebody wrote meanwhile. End every FollowUp that uses {source.Name} or {target.Name}, and move again.");
            }
        }
    }

    private async Task<IReadOnlyList<MovedChain>> Chains(CancellationToken cancel)
    {
        AgreementQueries queries = new(target.Tables);
        List<MovedChain> chains = [];
        await foreach (StoredAgreement head in queries.EveryAgreement("", AgreementTransaction.RowsMax, cancel))
        {
            IReadOnlyList<Entry> entries = await queries.Journal(head.Agreement.Id, cancel);
            Chain end = entries is [.., var last] ? new(last.Seq, last.Hash) : Chain.Empty;
            int? wrong = Chain.FindBreak(entries) ?? (end == head.Journal ? null : end.Seq + 1);
            chains.Add(new(head.Agreement.Id, head.Items.Count, head.Journal, wrong));
        }

        return chains;
    }
}
