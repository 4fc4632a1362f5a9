namespace FollowUp.Hosts;

/// <summary>Threads that take all they can get of the processors, and do nothing with it.</summary>
internal static class Busy
{
    /// <summary>A test gives up by then.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Until whoever started it ends.</summary>
    public static void Run(int threads)
    {
        using ITimer end = TimeProvider.System.CreateTimer(_ => Environment.Exit(1), null, Longest, Timeout.InfiniteTimeSpan);
        for (int thread = 0; thread < threads; thread++)
        {
            new Thread(Turn) { IsBackground = true }.Start();
        }

        Starter.WaitForEnd();
    }

    private static void Turn()
    {
        while (true)
        {
            Thread.SpinWait(10_000);
        }
    }
}
