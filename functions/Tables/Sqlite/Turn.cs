using FollowUp.Tables.Store;

namespace FollowUp.Tables.Sqlite;

/// <summary>One caller's work, waiting for its turn and then for the commit.</summary>
internal abstract class Turn
{
    /// <summary>May be done again, where what was written with it could not be kept.</summary>
    public abstract void Do(IWriting rows);

    /// <summary>What it wrote is kept.</summary>
    public abstract void Answer();

    public abstract void Fail(Exception failure);
}

internal sealed class Turn<T>(Func<IWriting, T> work, CancellationToken cancel) : Turn
{
    // A caller who goes on must not do so on the thread that all the others wait for.
    private readonly TaskCompletionSource<T> promise = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? answer;

    public Task<T> Kept => promise.Task;

    public override void Do(IWriting rows)
    {
        if (cancel.IsCancellationRequested)
        {
            _ = promise.TrySetCanceled(cancel);
            return;
        }

        answer = work(rows);
    }

    public override void Answer() => _ = promise.TrySetResult(answer!);

    public override void Fail(Exception failure) => _ = promise.TrySetException(failure);
}
