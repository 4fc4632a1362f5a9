namespace FollowUp.TableService;

/// <summary>What becomes of one request.</summary>
public readonly record struct Fault
{
    private Fault(FaultKind kind) => Kind = kind;

    /// <summary>Nothing goes wrong.</summary>
    public static Fault None => default;

    /// <summary>Nothing is done, and the caller sees an <see cref="IOException"/>.</summary>
    public static Fault FailsBefore { get; } = new(FaultKind.FailsBefore);

    /// <summary>It is done, and the caller sees an <see cref="IOException"/> all the same.</summary>
    public static Fault LosesAnswer { get; } = new(FaultKind.LosesAnswer);

    /// <summary>
    /// It is done, its answer is lost, and the client sends it again at once: the caller sees the second answer, as often a conflict with
    /// its own success.
    /// </summary>
    public static Fault IsSentTwice { get; } = new(FaultKind.IsSentTwice);

    /// <summary>The host dies with the request unsent. See <see cref="FaultyWire.Cut"/>.</summary>
    public static Fault CutsBefore { get; } = new(FaultKind.CutsBefore);

    /// <summary>The host dies, but the request is done.</summary>
    public static Fault CutsAfter { get; } = new(FaultKind.CutsAfter);

    internal FaultKind Kind { get; }

    internal int Status { get; private init; }

    internal TimeSpan? RetryAfter { get; private init; }

    internal int Requests { get; private init; }

    public override string ToString() => Kind switch
    {
        FaultKind.IsBusy or FaultKind.IsBusyAfter => $"{Kind} {Status}",
        FaultKind.IsLate => $"{Kind} {Requests}",
        _ => $"{Kind}",
    };

    /// <summary>Nothing is done, and the answer is 503, or 429.</summary>
    public static Fault Busy(int status = 503, TimeSpan? retryAfter = null) =>
        new(FaultKind.IsBusy) { Status = status, RetryAfter = retryAfter };

    /// <summary>It is done, and the answer is 503, or 429, all the same.</summary>
    public static Fault BusyAfter(int status = 503, TimeSpan? retryAfter = null) =>
        new(FaultKind.IsBusyAfter) { Status = status, RetryAfter = retryAfter };

    /// <summary>
    /// The caller sees an <see cref="IOException"/>, and the request is done once so many others (one at least) have passed: a zombie.
    /// </summary>
    public static Fault Late(int requests) => new(FaultKind.IsLate) { Requests = requests };
}

internal enum FaultKind
{
    None,
    FailsBefore,
    LosesAnswer,
    IsSentTwice,
    CutsBefore,
    CutsAfter,
    IsBusy,
    IsBusyAfter,
    IsLate,
}
