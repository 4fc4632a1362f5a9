using FollowUp.Tables.Store;

namespace FollowUp.Tables.Sqlite;

/// <summary>One caller's write, waiting to be executed and then for the commit.</summary>
internal abstract class QueuedWrite
{
    /// <summary>Executed again if the commit of its group fails.</summary>
    public abstract void Execute(IWriteTransaction rows);

    /// <summary>Answers the caller, once it is committed.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception failure);
}

internal sealed class QueuedWrite<T>(Func<IWriteTransaction, T> work, CancellationToken cancel) : QueuedWrite
{
    // A caller's continuation must not run on the writing thread.
    private readonly TaskCompletionSource<T> promise = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? answer;

    public Task<T> Committed => promise.Task;

    public override void Execute(IWriteTransaction rows)
    {
        if (cancel.IsCancellationRequested)
        {
            _ = promise.TrySetCanceled(cancel);
            return;
        }

        answer = work(rows);
    }

    public override void Complete() => _ = promise.TrySetResult(answer!);

    public override void Fail(Exception failure) => _ = promise.TrySetException(failure);
}
