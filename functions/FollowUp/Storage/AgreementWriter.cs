using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;

namespace FollowUp.Storage;

/// <summary>
/// The only writer of agreements: what belongs together commits together or not at all (law 2). Whoever changes one loads, decides and
/// commits in a loop over <see cref="Attempts"/>:
/// <code>
///   await foreach (int attempt in writer.Attempts(agreement, cancel))
///   {
///       … load, decide …
///       if (await writer.Commit(transaction, cancel)) return …;
///   }
///   throw ContentionException.OfAgreement(agreement);
/// </code>
/// <para>
/// The client library sends a request again whose answer was lost, and then reports a conflict with its own success. So every row carries
/// the id of the operation that wrote it, and on any failure the row is read again: our id there means it worked.
/// </para>
/// </summary>
public sealed class AgreementWriter(TableClients tables, AgreementCache cache)
{
    private const string Operation = "Op";

    private readonly WriteTurns turns = new();

    /// <summary>
    /// See <see cref="WriteTurns.Attempts"/>. What others decided, and have not all written yet, is carried out before the second attempt.
    /// </summary>
    public async IAsyncEnumerable<int> Attempts(string agreement, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (int attempt in turns.Attempts(agreement, cancel))
        {
            if (attempt > 1)
            {
                await Finish(agreement, cancel);
            }

            yield return attempt;
        }
    }

    /// <summary>Writes all rows of a transaction; nothing to write is written as well.</summary>
    /// <returns>
    /// False where somebody else wrote first: nothing of it is written, and what this host knew of the agreement is forgotten.
    /// </returns>
    /// <exception cref="StoreUnavailableException">Nothing of it is written, as far as anybody can tell.</exception>
    public async Task<bool> Commit(AgreementTransaction transaction, CancellationToken cancel)
    {
        if (transaction.Writes.Any(write => write.Holds is StoredAgreement { Staged: not null }))
        {
            // As if it had been written already: the next attempt carries it out.
            cache.Invalidate(transaction.Agreement);
            return false;
        }

        return transaction.Writes.Count == 0 || await Write(transaction, cancel);
    }

    /// <summary>Changes that were decided together, however many: all of them, or none.</summary>
    /// <param name="head">The agreement on which they were decided.</param>
    /// <param name="known">Those of its items that are changed.</param>
    /// <param name="done">That they are done, once they are.</param>
    /// <returns>As <see cref="Commit(AgreementTransaction, CancellationToken)"/>.</returns>
    /// <exception cref="StoreUnavailableException">
    /// Nothing of it is written, or it is decided, and whoever comes next to this agreement carries it out.
    /// </exception>
    /// <exception cref="RowFullException">They are more than is taken at once.</exception>
    public async Task<bool> Commit(
        StoredAgreement head, StagedChanges changes, IReadOnlyList<StoredItem> known, IdempotencyRecord done, CancellationToken cancel)
    {
        AgreementTransaction transaction = new(head.Agreement.Id);
        transaction.RecordIdempotency(done);
        if (changes.FitTogether)
        {
            transaction.Write(head, changes.Agreement, changes.Changes, known, changes.At);
            return await Commit(transaction, cancel);
        }

        if (head.Staged is not null)
        {
            return false;
        }

        transaction.Stage(head, changes);
        if (!await Write(transaction, cancel))
        {
            return false;
        }

        await Finish(head.Agreement.Id, cancel);
        return true;
    }

    /// <summary>Carries out what was decided and is not all written yet; a request where there is no such thing.</summary>
    public Task Finish(string agreement, CancellationToken cancel) => new StagedWork(tables, Write).Finish(agreement, cancel);

    private async Task<bool> Write(AgreementTransaction transaction, CancellationToken cancel)
    {
        string operation = RandomNumberGenerator.GetHexString(24, lowercase: true);
        TableTransactionAction[] writes = transaction.Stamped(Operation, operation);
        try
        {
            Response<IReadOnlyList<Response>> answers = await tables.Agreements.SubmitTransactionAsync(writes, cancel);
            cache.UpdateAfterCommit(transaction.Agreement, transaction.Writes, answers.Value);
            Metrics.CountCommit(CommitOutcome.Done);
            return true;
        }
        catch (RequestFailedException conflict) when (conflict.Status is 409 or 412)
        {
            bool isWritten = await IsRecovered(transaction.Agreement, writes, operation, cancel);
            if (!isWritten)
            {
                Metrics.CountCommit(CommitOutcome.Conflict);
            }

            return isWritten;
        }
        catch (RequestFailedException silence) when (TransientFailurePolicy.IsIndeterminate(silence.Status))
        {
            return await IsRecovered(transaction.Agreement, writes, operation, cancel)
                ? true : throw new StoreUnavailableException(silence);
        }
        catch (StoreUnavailableException)
        {
            if (await IsRecovered(transaction.Agreement, writes, operation, cancel))
            {
                return true;
            }

            throw;
        }
    }

    private async Task<bool> IsRecovered(
        string agreement, IReadOnlyList<TableTransactionAction> writes, string operation, CancellationToken cancel)
    {
        bool isWritten = await IsWritten(agreement, writes, operation, cancel);
        if (isWritten)
        {
            Metrics.CountCommit(CommitOutcome.Recovered);
        }

        return isWritten;
    }

    /// <summary>A row that was added is never replaced by anybody, so it still carries the operation that added it.</summary>
    private async Task<bool> IsWritten(
        string agreement, IReadOnlyList<TableTransactionAction> writes, string operation, CancellationToken cancel)
    {
        cache.Invalidate(agreement);
        ITableEntity witness = (writes.FirstOrDefault(write => write.ActionType == TableTransactionActionType.Add) ?? writes[^1]).Entity;
        NullableResponse<TableEntity> found = await tables.Agreements.GetEntityIfExistsAsync<TableEntity>(
            witness.PartitionKey, witness.RowKey, [Operation], cancel);
        return found.HasValue && found.Value!.GetString(Operation) == operation;
    }
}
