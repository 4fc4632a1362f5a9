namespace FollowUp.Start;

/// <summary>An office's proxy reaches the world, and not what runs on this machine.</summary>
internal static class Proxies
{
    private const string Exceptions = "NO_PROXY";

    private static readonly string[] Here = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Else the board and Azurite would be asked for at the proxy, where one is set.</summary>
    public static void LeaveOutThisMachine()
    {
        string? set = Environment.GetEnvironmentVariable(Exceptions) ?? Environment.GetEnvironmentVariable(Exceptions.ToLowerInvariant());
        string all = string.Join(',', Here.Prepend(set).Where(one => !string.IsNullOrEmpty(one)));
        Environment.SetEnvironmentVariable(Exceptions, all);
        Environment.SetEnvironmentVariable(Exceptions.ToLowerInvariant(), all);
    }
}
