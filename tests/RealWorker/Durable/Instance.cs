using Google.Protobuf.WellKnownTypes;
using Microsoft.DurableTask.Protobuf;

namespace FollowUp.RealWorker.Durable;

/// <summary>One instance of an orchestration, as a durable backend keeps it. Whoever touches it holds the hub's lock.</summary>
internal sealed class Instance(string id, string name, int execution, DateTimeOffset created)
{
    private readonly DateTimeOffset begun = created;
    private DateTimeOffset updated = created;

    public string Id => id;

    public string Name => name;

    /// <summary>Counts new beginnings, the same id started again included: what belongs to an earlier one is dropped.</summary>
    public int Execution { get; private set; } = execution;

    public OrchestrationStatus Status { get; private set; } = OrchestrationStatus.Pending;

    public List<HistoryEvent> History { get; } = [];

    /// <summary>What has come since the last step.</summary>
    public List<HistoryEvent> Inbox { get; } = [];

    /// <summary>One step at a time.</summary>
    public bool IsStepping { get; set; }

    public bool IsOver => Status is OrchestrationStatus.Completed or OrchestrationStatus.Failed;

    /// <summary>Something has come, and its beginning is among it or behind it.</summary>
    public bool IsDue => !IsOver && Inbox.Count > 0 && (History.Count > 0 || Inbox.Exists(message => message.ExecutionStarted is not null));

    /// <summary>As those who look into the hub see it.</summary>
    public OrchestrationState State => new()
    {
        InstanceId = id,
        Name = name,
        OrchestrationStatus = Status,
        CreatedTimestamp = begun.ToTimestamp(),
        LastUpdatedTimestamp = updated.ToTimestamp(),
    };

    /// <summary>All that has happened, and what has come since: the next step.</summary>
    public OrchestratorRequest Next(DateTimeOffset now)
    {
        OrchestratorRequest request = new() { InstanceId = id, ExecutionId = $"{Execution}", PastEvents = { History } };
        request.NewEvents.Add(Happened.StepBegan(now));

        // The beginning first, whatever overtook it.
        request.NewEvents.Add(Inbox.OrderBy(message => message.ExecutionStarted is null));
        Inbox.Clear();
        return request;
    }

    /// <summary>The step was taken, and its decisions are in the history.</summary>
    public void Stepped(OrchestratorResponse response, DateTimeOffset now)
    {
        IsStepping = false;
        updated = now;
        Status = OrchestrationStatus.Running;
        History.Add(Happened.StepEnded(now));
        if (response.Actions.SingleOrDefault(action => action.CompleteOrchestration is not null)?.CompleteOrchestration is not { } end)
        {
            return;
        }

        if (end.OrchestrationStatus == OrchestrationStatus.ContinuedAsNew)
        {
            Execution++;
            History.Clear();
            Inbox.InsertRange(0, [Happened.Started(now, id, name, end.Result), .. end.CarryoverEvents]);
        }
        else
        {
            Status = end.OrchestrationStatus;
        }
    }
}
