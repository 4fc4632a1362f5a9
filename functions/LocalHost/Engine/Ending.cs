using Microsoft.DurableTask;

namespace FollowUp.LocalHost.Engine;

/// <summary>How an orchestrator's code came to its end.</summary>
internal abstract record Ending
{
    public sealed record Completed(string? Output) : Ending;

    public sealed record Failed(TaskFailureDetails Why) : Ending;

    public sealed record Terminated(string? Output, bool Recursive) : Ending;

    /// <summary>Not an end but a beginning: with a new input, and with the events that nobody had waited for.</summary>
    public sealed record ContinuedAsNew(string? Input, string? Version, IReadOnlyList<EventRaised> Kept) : Ending;

    private Ending()
    {
    }

    public static Failed Because(Exception exception) => new(exception.ToFailure());
}
