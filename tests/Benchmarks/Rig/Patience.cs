namespace FollowUp.Benchmarks.Rig;

/// <summary>Waits for what has to come.</summary>
internal static class Patience
{
    /// <summary>What takes longer is stuck.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(5);

    /// <exception cref="TimeoutException">It did not come.</exception>
    public static async Task Until(Func<bool> isSo, string what)
    {
        using PeriodicTimer look = new(Often);
        DateTimeOffset end = TimeProvider.System.GetUtcNow() + Longest;
        while (!isSo())
        {
            if (TimeProvider.System.GetUtcNow() > end)
            {
                throw new TimeoutException($"It was not so after {Longest}: {what}.");
            }

            await look.WaitForNextTickAsync();
        }
    }
}
