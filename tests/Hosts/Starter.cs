namespace FollowUp.Hosts;

/// <summary>Whoever started this process, and holds the other end of its input.</summary>
internal static class Starter
{
    /// <summary>Returns when they have ended, however they did.</summary>
    public static void WaitForEnd()
    {
        while (Console.In.Read() >= 0)
        {
            // They say nothing; what counts is that they can.
        }
    }
}
