using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;

namespace FollowUp.Storage;

/// <summary>
/// The only writer of agreements: what belongs together commits together or not at all (law 2).
/// <para>
/// The client library re-sends a request whose answer was lost, and then reports a conflict with its own success. So every row
/// carries the id of the operation that wrote it, and on any failure the row is read again: our id there means it worked.
/// </para>
/// </summary>
public sealed class AgreementWriter(TableClients tables, AgreementCache cache)
{
    /// <summary>With decisions this short, somebody who loses eight times in a row stands before a fault, not a crowd.</summary>
    public const int TriesMax = 8;

    private const string Operation = "Op";

    /// <summary>Many items of one agreement come due at one moment: on this host they take turns instead of colliding.</summary>
    private readonly Turns turns = new();

    /// <summary>
    /// Reads, decides and writes, and does it all again when somebody else wrote in between.
    /// </summary>
    /// <param name="decide">Reads what it needs and proposes; called anew for every try.</param>
    /// <exception cref="ContentionException">Others kept writing first.</exception>
    public async Task<T> Run<T>(string agreement, Func<Task<Proposal<T>>> decide, CancellationToken cancel)
    {
        using IDisposable turn = await turns.Take(agreement, cancel);
        for (int tries = 1; ; tries++)
        {
            Proposal<T> proposal = await decide();
            if (proposal.Writes.Count == 0)
            {
                return proposal.Result;
            }

            if (await Land(proposal.Writes, cancel))
            {
                await proposal.After();
                return proposal.Result;
            }

            if (tries == TriesMax)
            {
                throw new ContentionException(agreement);
            }

            // Real time on purpose: this waits for other machines, whatever the clock that items live by says.
            await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(5, 20 * tries)), TimeProvider.System, cancel);
        }
    }

    private async Task<bool> Land(IReadOnlyList<RowWrite> planned, CancellationToken cancel)
    {
        string operation = RandomNumberGenerator.GetHexString(24, lowercase: true);
        TableTransactionAction[] writes = [.. planned.Select(write => write.Action)];
        Stamp(writes, operation);
        try
        {
            Response<IReadOnlyList<Response>> answers = await tables.Agreements.SubmitTransactionAsync(writes, cancel);
            cache.UpdateAfterCommit(writes[0].Entity.PartitionKey, planned, answers.Value);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            return await Landed(writes, operation, cancel);
        }
        catch (RequestFailedException failure) when (TransientFailurePolicy.IsIndeterminate(failure.Status))
        {
            return await Landed(writes, operation, cancel) ? true : throw new StoreUnavailableException(failure);
        }
        catch (StoreUnavailableException)
        {
            if (await Landed(writes, operation, cancel))
            {
                return true;
            }

            throw;
        }
    }

    /// <summary>A row that was added is never replaced by anybody, so it still carries the operation that added it.</summary>
    private async Task<bool> Landed(IReadOnlyList<TableTransactionAction> writes, string operation, CancellationToken cancel)
    {
        cache.Invalidate(writes[0].Entity.PartitionKey);
        ITableEntity witness = (writes.FirstOrDefault(write => write.ActionType == TableTransactionActionType.Add) ?? writes[^1]).Entity;
        NullableResponse<TableEntity> found = await tables.Agreements.GetEntityIfExistsAsync<TableEntity>(
            witness.PartitionKey, witness.RowKey, [Operation], cancel);
        return found.HasValue && found.Value!.GetString(Operation) == operation;
    }

    /// <summary>Azure refuses what Azurite lets pass: more than 100 rows, or rows of two partitions, in one transaction.</summary>
    private static void Stamp(IReadOnlyList<TableTransactionAction> writes, string operation)
    {
        if (writes.Count > 100 || writes.Any(write => write.Entity.PartitionKey != writes[0].Entity.PartitionKey))
        {
            throw new InvalidOperationException($"A transaction holds at most 100 rows of one partition; this one has {writes.Count}.");
        }

        foreach (TableTransactionAction write in writes)
        {
            ((TableEntity)write.Entity)[Operation] = operation;
        }
    }
}

/// <summary>What to write, in one transaction, and what it comes to; nothing to write is a fine decision too.</summary>
public sealed record Proposal<T>(IReadOnlyList<RowWrite> Writes, T Result)
{
    /// <summary>What is to be done once it is written, before anybody else on this host decides about that agreement.</summary>
    public Func<Task> After { get; init; } = () => Task.CompletedTask;

    public static Proposal<T> Nothing(T result) => new([], result);
}

/// <summary>Others kept writing first; a later try may succeed.</summary>
public sealed class ContentionException(string agreement)
    : Exception($"Agreement {agreement} is being changed by others; try again.");
