using Microsoft.DurableTask;

namespace FollowUp.LocalHost.Engine;

/// <summary>How an orchestrator's code came to its end.</summary>
internal abstract record Completion
{
    public sealed record Completed(string? Output) : Completion;

    public sealed record Failed(TaskFailureDetails Why) : Completion;

    public sealed record Terminated(string? Output, bool Recursive) : Completion;

    /// <summary>Not an end but a beginning: with a new input, and with the events that nobody had waited for.</summary>
    public sealed record ContinuedAsNew(string? Input, string? Version, IReadOnlyList<EventRaised> CarriedOver) : Completion;

    private Completion()
    {
    }

    public static Failed FromException(Exception exception) => new(exception.ToFailure());
}
