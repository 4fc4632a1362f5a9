using System.Collections.Concurrent;
using FollowUp.Tables.Store;

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
    private int readers;

    /// <exception cref="StoreFileException">The file cannot be the store.</exception>
    public SqliteStore(string file, TimeProvider time)
    {
        this.file = Path.GetFullPath(file);
        alone = Alone(this.file);
        try
        {
            writer = new(this.file, time);
        }
        catch
        {
            alone.Dispose();
            throw;
        }

        tables = writer.Kept;
        commits = new(writer, committed: () => tables = writer.Kept);
    }

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
            throw StoreFailure.Of(failure);
        }
    }

    public async ValueTask<T> Write<T>(Func<IWriting, T> work, CancellationToken cancel)
    {
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
        try
        {
            _ = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            return new(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new StoreFileException($"{file} cannot be opened: {failure.Message}", failure);
        }
        catch (IOException failure)
        {
            throw new StoreFileException($"{file} is in use by another process: {failure.Message} End that one, or name another folder with --data.", failure);
        }
    }
}
