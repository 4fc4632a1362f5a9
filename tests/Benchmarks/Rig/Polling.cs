namespace FollowUp.Benchmarks.Rig;

/// <summary>Waits for what has to come.</summary>
internal static class Polling
{
    /// <summary>What takes longer is stuck.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    /// <exception cref="TimeoutException">It did not come.</exception>
    public static async Task Until(Func<bool> isSo, string what)
    {
        using PeriodicTimer look = new(Interval);
        DateTimeOffset end = TimeProvider.System.GetUtcNow() + Patience;
        while (!isSo())
        {
            if (TimeProvider.System.GetUtcNow() > end)
            {
                throw new TimeoutException($"It was not so after {Patience}: {what}.");
            }

            await look.WaitForNextTickAsync();
        }
    }
}
