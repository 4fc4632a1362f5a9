using System.Collections.Concurrent;
using FollowUp.Tables.Store;
using Microsoft.Data.Sqlite;

namespace FollowUp.Tables.Sqlite;

/// <summary>Keeps everything in one file, which no other process may write.</summary>
internal sealed class SqliteStore : IStore, IDisposable
{
    /// <summary>More have nothing to do, and each keeps some megabytes.</summary>
    private const int ReadersKept = 16;

    private readonly string file;
    private readonly FileStream alone;
    private readonly Writer writer;
    private readonly GroupCommit commits;
    private readonly ConcurrentBag<Reader> idle = [];
    private volatile Catalogue tables;
    private volatile bool isClosed;
    private StoreFileException? damage;
    private int readers;

    /// <exception cref="StoreFileException">The file cannot be the store.</exception>
    public SqliteStore(string file, TimeProvider time)
    {
        this.file = Path.GetFullPath(file);
        alone = Alone(this.file);
        try
        {
            writer = Opened(this.file, time);
        }
        catch
        {
            alone.Dispose();
            throw;
        }

        tables = writer.Kept;
        commits = new(writer, committed: () => tables = writer.Kept, Diagnosed);
    }

    /// <summary>
    /// Told once, when damage is found that opening did not find. From then on nothing more is written, which would make it worse; what can be
    /// read still is.
    /// </summary>
    public Action<StoreFileException>? Damaged { get; set; }

    public T Read<T>(Func<IReading, T> look)
    {
        if (isClosed)
        {
            throw new RefusedException(Refusal.ServerBusy);
        }

        Catalogue known = tables;
        Reader? reader = null;
        try
        {
            reader = idle.TryTake(out Reader? kept) ? kept : Another();
            T seen = reader.Read(known, look);
            Return(reader);
            return seen;
        }
        catch (Exception failure)
        {
            End(reader);
            throw Diagnosed(failure);
        }
    }

    public async ValueTask<T> Write<T>(Func<IWriting, T> work, CancellationToken cancel)
    {
        if (damage is not null)
        {
            throw new RefusedException(Refusal.StoreDamaged);
        }

        Turn<T> turn = new(work, cancel);
        commits.Add(turn);
        return await turn.Kept.WaitAsync(cancel);
    }

    /// <summary>For the turns that come after this one.</summary>
    public void Limit(long pages) => writer.Limit(pages);

    /// <summary>What was accepted is kept first.</summary>
    public void Dispose()
    {
        isClosed = true;
        commits.Dispose();
        while (idle.TryTake(out Reader? reader))
        {
            reader.Dispose();
        }

        writer.Dispose();
        alone.Dispose();
    }

    private static Writer Opened(string file, TimeProvider time)
    {
        if (!Path.Exists(file))
        {
            Beginning.Make(file);
        }

        Beginning.DemandContent(file);
        try
        {
            return new(file, time);
        }
        catch (SqliteException failure)
        {
            throw Diagnosis.Of(file, failure);
        }
    }

    private Exception Diagnosed(Exception failure)
    {
        if (failure is SqliteException broken && Diagnosis.IsDamage(broken) && Interlocked.CompareExchange(ref damage, Diagnosis.Of(file, broken), null) is null)
        {
            Damaged?.Invoke(damage);
        }

        return StoreFailure.Of(failure);
    }

    private Reader Another()
    {
        Reader reader = new(file);
        _ = Interlocked.Increment(ref readers);
        return reader;
    }

    private void End(Reader? reader)
    {
        if (reader is not null)
        {
            reader.Dispose();
            _ = Interlocked.Decrement(ref readers);
        }
    }

    private void Return(Reader reader)
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

    /// <summary>The system lets go of this when the process ends, however it ends.</summary>
    private static FileStream Alone(string file)
    {
        StoreFolder.Demand(Path.GetDirectoryName(file)!, "--data");
        try
        {
            return new(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (DiskTrouble.IsInUse(failure))
        {
            throw new StoreFileException($"{file} is in use by another process. End that one, or name another folder with --data.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreFileException($"{file}.lock cannot be written: {DiskTrouble.Words(failure)}. Mend that, or name another folder with --data.", failure);
        }
    }
}
