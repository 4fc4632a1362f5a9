using System.Collections.Concurrent;
using FollowUp.Tables.Store;
using Microsoft.Data.Sqlite;

namespace FollowUp.Tables.Sqlite;

/// <summary>Keeps everything in one SQLite file, locked against other processes.</summary>
internal sealed class SqliteStore : IStore, IDisposable
{
    /// <summary>More connections would be idle, and each takes some megabytes.</summary>
    private const int ReadersKept = 16;

    private readonly string file;
    private readonly StoreLock held;
    private readonly WriteConnection writer;
    private readonly GroupCommit commits;
    private readonly ConcurrentBag<ReadConnection> idle = [];
    private volatile Catalogue tables;
    private volatile bool isClosed;
    private StoreFileException? damage;
    private int readers;

    /// <exception cref="StoreFileException">The file cannot be the store.</exception>
    public SqliteStore(string file, TimeProvider time)
    {
        this.file = Path.GetFullPath(file);
        held = new(this.file);
        try
        {
            writer = Opened(this.file, held, time);
        }
        catch
        {
            held.Dispose();
            throw;
        }

        tables = writer.Kept;
        commits = new(writer, committed: () => tables = writer.Kept, Explain);
    }

    /// <summary>
    /// Called once, when damage is found that opening did not find. From then on nothing is written, which would make it worse; what can be
    /// read still is.
    /// </summary>
    public Action<StoreFileException>? Damaged { get; set; }

    public T Read<T>(Func<IReadTransaction, T> look)
    {
        if (isClosed)
        {
            throw new RefusedException(Refusal.ServerBusy);
        }

        Catalogue known = tables;
        ReadConnection? reader = null;
        try
        {
            reader = idle.TryTake(out ReadConnection? kept) ? kept : Another();
            T seen = reader.Read(known, look);
            Return(reader);
            return seen;
        }
        catch (Exception failure)
        {
            End(reader);
            throw Explain(failure);
        }
    }

    public async ValueTask<T> Write<T>(Func<IWriteTransaction, T> work, CancellationToken cancel)
    {
        if (damage is not null)
        {
            throw new RefusedException(Refusal.StoreDamaged);
        }

        QueuedWrite<T> write = new(work, cancel);
        commits.Add(write);
        return await write.Committed.WaitAsync(cancel);
    }

    /// <summary>Applies to the writes after this call.</summary>
    public void Limit(long pages) => writer.Limit(pages);

    /// <summary>What was accepted is committed first.</summary>
    public void Dispose()
    {
        isClosed = true;
        commits.Dispose();
        while (idle.TryTake(out ReadConnection? reader))
        {
            reader.Dispose();
        }

        writer.Dispose();
        held.Dispose();
    }

    private static WriteConnection Opened(string file, StoreLock held, TimeProvider time)
    {
        if (!Path.Exists(file))
        {
            StoreFileCheck.Create(file);
        }

        StoreFileCheck.DemandContent(file);
        held.LockContent();
        try
        {
            return new(file, time);
        }
        catch (SqliteException failure)
        {
            throw SqliteErrors.Explain(file, failure);
        }
    }

    private Exception Explain(Exception failure)
    {
        if (failure is SqliteException broken && SqliteErrors.IsDamage(broken)
            && Interlocked.CompareExchange(ref damage, SqliteErrors.Explain(file, broken), null) is null)
        {
            Damaged?.Invoke(damage);
        }

        return FailureMapping.ToServiceError(failure);
    }

    private ReadConnection Another()
    {
        ReadConnection reader = new(file);
        _ = Interlocked.Increment(ref readers);
        return reader;
    }

    private void End(ReadConnection? reader)
    {
        if (reader is not null)
        {
            reader.Dispose();
            _ = Interlocked.Decrement(ref readers);
        }
    }

    private void Return(ReadConnection reader)
    {
        if (isClosed || Volatile.Read(ref readers) > ReadersKept)
        {
            End(reader);
        }
        else
        {
            idle.Add(reader);
        }
    }
}
