using System.Collections.Concurrent;

namespace FollowUp.Tables.Sqlite;

/// <summary>
/// Group commit: one thread writes for all callers. While one group is being committed, the next one gathers, so the more callers there
/// are, the more of them share the cost of a commit. Within a group each write sees what the writes before it did. There is no timer.
/// </summary>
internal sealed class GroupCommit : IDisposable
{
    /// <summary>A larger group makes its first caller wait and saves next to nothing.</summary>
    private const int GroupMax = 256;

    /// <summary>Back-pressure: with this many waiting, further writes are refused as ServerBusy.</summary>
    private const int WaitingMax = 10_000;

    private readonly WriteConnection writer;
    private readonly Action committed;
    private readonly Func<Exception, Exception> explain;
    // Not disposed of: a write that comes too late is refused, and must not meet a disposed collection.
    private readonly BlockingCollection<QueuedWrite> waiting = [];
    private readonly Thread thread;

    /// <param name="committed">Called after each commit and before its answers.</param>
    /// <param name="explain">What callers are told of a failure.</param>
    public GroupCommit(WriteConnection writer, Action committed, Func<Exception, Exception> explain)
    {
        (this.writer, this.committed, this.explain) = (writer, committed, explain);
        thread = new(Serve) { IsBackground = true, Name = "group commit" };
        thread.Start();
    }

    /// <exception cref="RefusedException">Too many are waiting, or none may wait any more.</exception>
    public void Add(QueuedWrite write)
    {
        try
        {
            if (waiting.Count < WaitingMax)
            {
                waiting.Add(write);
                return;
            }
        }
        catch (InvalidOperationException)
        {
            // It was closed, be it just now.
        }

        throw new RefusedException(Refusal.ServerBusy);
    }

    /// <summary>Writes that are waiting are committed first.</summary>
    public void Dispose()
    {
        waiting.CompleteAdding();
        thread.Join();
    }

    private void Serve()
    {
        List<QueuedWrite> group = [];
        foreach (QueuedWrite first in waiting.GetConsumingEnumerable())
        {
            group.Clear();
            group.Add(first);
            while (group.Count < GroupMax && waiting.TryTake(out QueuedWrite? next))
            {
                group.Add(next);
            }

            CommitGroup(group);
        }
    }

    private void CommitGroup(IReadOnlyList<QueuedWrite> group)
    {
        if (TryCommit(group) is not { } failure)
        {
            return;
        }

        if (group.Count == 1)
        {
            group[0].Fail(explain(failure));
            return;
        }

        // Nothing of the group was committed. Each write is tried alone: one that is too large for the disk must not fail the others.
        foreach (QueuedWrite write in group)
        {
            CommitGroup([write]);
        }
    }

    /// <returns>Why nothing was committed; null where everything was, and every caller was answered.</returns>
    private Exception? TryCommit(IReadOnlyList<QueuedWrite> group)
    {
        try
        {
            writer.Begin();
            foreach (QueuedWrite write in group)
            {
                write.Execute(writer);
            }

            writer.Commit();
        }
        catch (Exception failure)
        {
            return RollBack(failure);
        }

        committed();
        foreach (QueuedWrite write in group)
        {
            write.Complete();
        }

        return null;
    }

    private Exception RollBack(Exception failure)
    {
        try
        {
            writer.Rollback();
            return failure;
        }
        catch (Microsoft.Data.Sqlite.SqliteException worse)
        {
            return new AggregateException(failure, worse);
        }
    }
}
