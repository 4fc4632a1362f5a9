using Microsoft.DurableTask;

namespace FollowUp.LocalHost.Engine;

/// <summary>How an execution of an orchestrator ended.</summary>
internal abstract record Completion
{
    public sealed record Completed(string? Output) : Completion;

    public sealed record Failed(TaskFailureDetails Why) : Completion;

    public sealed record Terminated(string? Output, bool Recursive) : Completion;

    /// <summary>It begins again with a new input, and with the events that nothing had awaited yet.</summary>
    public sealed record ContinuedAsNew(string? Input, string? Version, IReadOnlyList<EventRaised> CarriedOver) : Completion;

    private Completion()
    {
    }

    public static Failed FromException(Exception exception) => new(exception.ToFailure());
}
