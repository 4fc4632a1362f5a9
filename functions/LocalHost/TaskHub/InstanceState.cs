using FollowUp.LocalHost.Engine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FollowUp.LocalHost.TaskHub;

/// <summary>The state of an instance: its row, without the pages of its history.</summary>
internal sealed record InstanceState
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string Version { get; init; } = "";

    /// <summary>Tells this execution from earlier ones of the same id, whose results no longer count.</summary>
    public required string Execution { get; init; }

    public OrchestrationRuntimeStatus Status { get; init; } = OrchestrationRuntimeStatus.Pending;

    public string? Input { get; init; }

    public string? Output { get; init; }

    public string? CustomStatus { get; init; }

    public TaskFailureDetails? Failure { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required DateTimeOffset StartAt { get; init; }

    public ParentLink? Parent { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The history of this execution: pages from here up to, not including, <see cref="NextPage"/>; then the tail.</summary>
    public int FirstPage { get; init; }

    public int NextPage { get; init; }

    /// <summary>Pages from here to <see cref="FirstPage"/> belong to earlier executions and are deleted bit by bit.</summary>
    public int OldestPage { get; init; }

    /// <summary>The latest steps, which no page holds yet.</summary>
    public IReadOnlyList<Step> Tail { get; init; } = [];

    /// <summary>Unread events of the execution before this one.</summary>
    public IReadOnlyList<EventRaised> CarriedOver { get; init; } = [];

    public IReadOnlyList<OutboxEntry> Outbox { get; init; } = [];

    /// <summary>When the instance has work without any message; null: never.</summary>
    public DateTimeOffset? WorkAt { get; init; }

    public bool HasStarted => Tail.Count > 0 || NextPage > FirstPage;

    public bool HasEnded => Status
        is OrchestrationRuntimeStatus.Completed
        or OrchestrationRuntimeStatus.Failed
        or OrchestrationRuntimeStatus.Terminated;
}
