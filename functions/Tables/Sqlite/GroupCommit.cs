using System.Collections.Concurrent;

namespace FollowUp.Tables.Sqlite;

/// <summary>
/// One thread that writes for all. While the disk is made to keep one group of turns, the next one gathers; so the more callers
/// there are, the more share what a commit costs. Each turn is judged by what the turns before it wrote.
/// </summary>
internal sealed class GroupCommit : IDisposable
{
    /// <summary>More would make the first of them wait for long, and save next to nothing.</summary>
    private const int GroupMax = 256;

    /// <summary>A disk that is so far behind is asked for no more.</summary>
    private const int WaitingMax = 10_000;

    private readonly Writer writer;
    private readonly Action committed;
    private readonly Func<Exception, Exception> diagnosed;
    // Not disposed of: who comes too late is refused, and must not find it gone.
    private readonly BlockingCollection<Turn> waiting = [];
    private readonly Thread thread;

    /// <param name="committed">Called after each commit and before its answers.</param>
    /// <param name="diagnosed">What callers are told of a failure.</param>
    public GroupCommit(Writer writer, Action committed, Func<Exception, Exception> diagnosed)
    {
        (this.writer, this.committed, this.diagnosed) = (writer, committed, diagnosed);
        thread = new(Serve) { IsBackground = true, Name = "group commit" };
        thread.Start();
    }

    /// <exception cref="RefusedException">Too many are waiting, or none may wait any more.</exception>
    public void Add(Turn turn)
    {
        try
        {
            if (waiting.Count < WaitingMax)
            {
                waiting.Add(turn);
                return;
            }
        }
        catch (InvalidOperationException)
        {
            // It was closed, be it just now.
        }

        throw new RefusedException(Refusal.ServerBusy);
    }

    /// <summary>Those who wait are served first.</summary>
    public void Dispose()
    {
        waiting.CompleteAdding();
        thread.Join();
    }

    private void Serve()
    {
        List<Turn> group = [];
        foreach (Turn first in waiting.GetConsumingEnumerable())
        {
            group.Clear();
            group.Add(first);
            while (group.Count < GroupMax && waiting.TryTake(out Turn? next))
            {
                group.Add(next);
            }

            Keep(group);
        }
    }

    private void Keep(IReadOnlyList<Turn> group)
    {
        if (Try(group) is not { } failure)
        {
            return;
        }

        if (group.Count == 1)
        {
            group[0].Fail(diagnosed(failure));
            return;
        }

        // Nothing of the group is kept. Alone, each one that can be kept will be: the one that is too much for the disk hurts no other.
        foreach (Turn turn in group)
        {
            Keep([turn]);
        }
    }

    /// <returns>Why nothing was kept; null where everything was, and was answered.</returns>
    private Exception? Try(IReadOnlyList<Turn> group)
    {
        try
        {
            writer.Begin();
            foreach (Turn turn in group)
            {
                turn.Do(writer);
            }

            writer.Commit();
        }
        catch (Exception failure)
        {
            return Undone(failure);
        }

        committed();
        foreach (Turn turn in group)
        {
            turn.Answer();
        }

        return null;
    }

    private Exception Undone(Exception failure)
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
