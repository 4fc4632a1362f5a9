namespace FollowUp.Delivery;

/// <summary>
/// How many letters are tried at once. Whoever is about to try one waits here before they look into the outbox, so that nothing goes stale
/// while they wait. For several threads.
/// </summary>
public sealed class MailConnections : IDisposable
{
    /// <summary>Connections that a mail server takes from one client without complaint; items advance beside them by the hundred.</summary>
    private const int AtOnce = 20;

    private readonly SemaphoreSlim free = new(AtOnce);

    /// <returns>What gives the connection back.</returns>
    public async Task<IDisposable> Enter(CancellationToken cancel)
    {
        await free.WaitAsync(cancel);
        return new Entered(free);
    }

    public void Dispose() => free.Dispose();

    private sealed class Entered(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
