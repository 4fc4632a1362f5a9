namespace FollowUp.LocalHost.Engine;

/// <summary>
/// Counts work in flight. Whoever hands work to another thread begins it here first, so that the count is never zero between a cause and
/// its effect: a driven clock may only move while it is zero.
/// </summary>
internal sealed class InFlightWork
{
    private readonly Lock gate = new();
    private int count;
    private TaskCompletionSource? none;

    public bool IsIdle => Volatile.Read(ref count) == 0;

    /// <returns>Ends the work when disposed of; a second time has no effect.</returns>
    public IDisposable Begin()
    {
        lock (gate)
        {
            count++;
        }

        return new Token(this);
    }

    public Task WhenIdle()
    {
        lock (gate)
        {
            return count == 0 ? Task.CompletedTask : (none ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    private void End()
    {
        TaskCompletionSource? reached = null;
        lock (gate)
        {
            if (--count == 0)
            {
                (reached, none) = (none, null);
            }
        }

        reached?.SetResult();
    }

    private sealed class Token(InFlightWork work) : IDisposable
    {
        private InFlightWork? work = work;

        public void Dispose() => Interlocked.Exchange(ref work, null)?.End();
    }
}
