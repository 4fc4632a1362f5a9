using FollowUp.TableService;

namespace FollowUp.Sweeps.Rig;

/// <summary>A way in which one request goes wrong.</summary>
public sealed record Mode(string Name, Fault Fault)
{
    /// <summary>So many other requests pass before one that was given up arrives.</summary>
    private const int Lateness = 3;

    public static Mode LosesAnswer { get; } = new("loses-answer", Fault.LosesAnswer);

    public static Mode KilledAfter { get; } = new("killed-after", Fault.CutsAfter);

    /// <summary>
    /// Those that come to different things. A read changes nothing: whether the store served it before its answer was lost, or its
    /// host died, nobody can tell, and serving it twice or late is as good as once.
    /// </summary>
    public static IEnumerable<Mode> Of(string request) =>
        request.StartsWith("GET", StringComparison.Ordinal)
            ? All.Where(mode => mode.Name is "fails-before" or "busy" or "killed-before")
            : All;

    public static IReadOnlyList<Mode> All { get; } =
    [
        new("fails-before", Fault.FailsBefore),
        LosesAnswer,
        new("sent-twice", Fault.IsSentTwice),
        new("killed-before", Fault.CutsBefore),
        KilledAfter,
        new("busy", Fault.Busy()),
        new("busy-after", Fault.BusyAfter()),
        new("late", Fault.Late(Lateness)),
    ];
}

/// <summary>A mode, and which of a scenario's requests it befalls: the first is 1. Those of a host that took over count on.</summary>
public sealed record Strike(int Call, Mode Mode)
{
    public override string ToString() => $"{Call} {Mode.Name}";
}

/// <summary>A strike that has come, and the request in words.</summary>
public sealed record Struck(Strike Strike, string Request)
{
    public override string ToString() => $"call {Strike.Call} ({Request}) {Strike.Mode.Name}";
}
