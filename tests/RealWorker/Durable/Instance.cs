using Microsoft.DurableTask.Protobuf;

namespace FollowUp.RealWorker.Durable;

/// <summary>One instance of an orchestration, as a durable backend keeps it. Whoever touches it holds the hub's lock.</summary>
internal sealed class Instance(string id, string name, int execution)
{
    public string Id => id;

    public string Name => name;

    /// <summary>Counts new beginnings, the same id started again included: what belongs to an earlier one is dropped.</summary>
    public int Execution { get; set; } = execution;

    public OrchestrationStatus Status { get; set; } = OrchestrationStatus.Pending;

    public TaskFailureDetails? Failure { get; set; }

    public List<HistoryEvent> History { get; } = [];

    /// <summary>What has come since the last step.</summary>
    public List<HistoryEvent> Inbox { get; } = [];

    /// <summary>One step at a time.</summary>
    public bool IsStepping { get; set; }

    public bool IsOver => Status is OrchestrationStatus.Completed or OrchestrationStatus.Failed;

    /// <summary>Something has come, and its beginning is among it or behind it.</summary>
    public bool IsDue => !IsOver && Inbox.Count > 0 && (History.Count > 0 || Inbox.Exists(message => message.ExecutionStarted is not null));

    /// <summary>Takes what has come into a step.</summary>
    public List<HistoryEvent> Take()
    {
        // The beginning first, whatever overtook it.
        List<HistoryEvent> news = [.. Inbox.OrderBy(message => message.ExecutionStarted is null)];
        Inbox.Clear();
        return news;
    }
}
