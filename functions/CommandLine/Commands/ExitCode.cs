namespace FollowUp.CommandLine.Commands;

/// <summary>How a command ended, for scripts. A code that was given out keeps its meaning.</summary>
internal enum ExitCode
{
    Done = 0,

    /// <summary>The server said no, or what was asked for is refused.</summary>
    Refused = 1,

    /// <summary>The command cannot be followed as it is written.</summary>
    Usage = 2,

    /// <summary>Nobody answered, or not now: the same later may be taken.</summary>
    Unreachable = 3,

    /// <summary>A proof does not hold.</summary>
    Unsound = 4,

    /// <summary>It was shown, and nobody said yes to it.</summary>
    Undecided = 5,

    /// <summary>Ended by a signal.</summary>
    Interrupted = 130,
}
