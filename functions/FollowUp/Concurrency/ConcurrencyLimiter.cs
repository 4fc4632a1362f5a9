using NodaTime;

namespace FollowUp.Concurrency;

/// <summary>
/// So many at once, and none that begins after a moment: how much of something a run may do side by side. For several threads.
/// </summary>
internal sealed class ConcurrencyLimiter(int atOnce, Instant until, Func<Instant> now) : IDisposable
{
    private readonly SemaphoreSlim free = new(atOnce);
    private int leftOver;

    /// <summary>How many got no place any more.</summary>
    public int LeftOver => leftOver;

    /// <returns>False where it is too late to begin; else the place is to be given back.</returns>
    public async Task<bool> TryEnter()
    {
        await free.WaitAsync();
        if (now() < until)
        {
            return true;
        }

        _ = Interlocked.Increment(ref leftOver);
        Leave();
        return false;
    }

    public void Leave() => free.Release();

    public void Dispose() => free.Dispose();
}
