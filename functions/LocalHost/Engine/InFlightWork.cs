namespace FollowUp.LocalHost.Engine;

/// <summary>
/// Counts what is under way. Whoever makes work visible to another thread begins it here first, so that the count is never
/// zero between a cause and its effect.
/// </summary>
internal sealed class InFlightWork
{
    private readonly Lock gate = new();
    private int count;
    private TaskCompletionSource? none;

    public bool IsIdle => Volatile.Read(ref count) == 0;

    /// <returns>What ends the work. Completion it twice is the same as once.</returns>
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
