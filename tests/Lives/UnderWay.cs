namespace FollowUp.Lives;

/// <summary>
/// Counts what a host under test has begun and not ended. Who makes work visible to another thread begins it here first, so that the
/// count is never zero between a cause and its effect.
/// </summary>
public sealed class UnderWay
{
    private readonly Lock gate = new();
    private int count;
    private TaskCompletionSource? none;
    private Exception? failure;

    /// <summary>Does it on another thread. A failure is what the next one who waits for the end hears.</summary>
    public void Run(Func<Task> what)
    {
        IDisposable running = Begin();
        _ = Task.Run(async () =>
        {
            using (running)
            {
                try
                {
                    await what();
                }
                catch (Exception wrong)
                {
                    _ = Interlocked.CompareExchange(ref failure, wrong, null);
                }
            }
        });
    }

    /// <returns>What ends it.</returns>
    public IDisposable Begin()
    {
        lock (gate)
        {
            count++;
        }

        return new Token(this);
    }

    /// <summary>Completes when nothing is under way.</summary>
    /// <exception cref="AggregateException">Something of it failed.</exception>
    public async Task WhenNone(CancellationToken cancel)
    {
        await Reached().WaitAsync(cancel);
        if (failure is not null)
        {
            throw new AggregateException(failure);
        }
    }

    private Task Reached()
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

    private sealed class Token(UnderWay all) : IDisposable
    {
        private UnderWay? all = all;

        public void Dispose() => Interlocked.Exchange(ref all, null)?.End();
    }
}
