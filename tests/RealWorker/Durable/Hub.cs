using System.Collections.Concurrent;
using FollowUp.Lives;
using FollowUp.RealWorker.Hosting;
using FollowUp.RealWorker.Protocol;
using Microsoft.DurableTask.Protobuf;

namespace FollowUp.RealWorker.Durable;

/// <summary>
/// A durable backend in memory, on the test's clock: it keeps instances, sends their steps and activities to the worker, and rings their
/// timers. What Azure's engine does by queues it does by calls; replay, decisions and activities are the worker's own. It outlives the
/// worker.
/// </summary>
internal sealed class Hub(TimeProvider clock, UnderWay work)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Instance> instances = [];
    private readonly ConcurrentQueue<string> failures = [];
    private readonly Alarms alarms = new(clock);
    private LoadedWorker? worker;

    public DateTimeOffset? NextAlarm => alarms.Next;

    /// <summary>The ids of all that was started and not purged.</summary>
    public IReadOnlyList<string> Instances
    {
        get
        {
            lock (gate)
            {
                return [.. instances.Keys];
            }
        }
    }

    /// <summary>Activities and instances that failed, in words: a life has none.</summary>
    public IReadOnlyCollection<string> Failures => failures;

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>From here on this worker takes the steps; first what has come while there was none.</summary>
    public void Attach(LoadedWorker loaded)
    {
        lock (gate)
        {
            worker = loaded;
            foreach (Instance instance in instances.Values)
            {
                Step(instance);
            }
        }
    }

    /// <summary>No step begins any more.</summary>
    public void Detach()
    {
        lock (gate)
        {
            worker = null;
        }
    }

    /// <returns>Whether it was started: an instance in a status that may not be replaced stays.</returns>
    public bool Start(CreateInstanceRequest request)
    {
        lock (gate)
        {
            if (instances.TryGetValue(request.InstanceId, out Instance? before)
                && !(request.OrchestrationIdReusePolicy?.ReplaceableStatus.Contains(before.Status) ?? before.IsOver))
            {
                return false;
            }

            Instance instance = instances[request.InstanceId] = new(request.InstanceId, request.Name, (before?.Execution ?? 0) + 1, Now);
            HistoryEvent started = Happened.Started(Now, request.InstanceId, request.Name, request.Input);
            DeliverAt(request.ScheduledStartTimestamp?.ToDateTimeOffset() ?? Now, instance, started);
            return true;
        }
    }

    /// <returns>Whether there is such an instance; one that is over takes no notice.</returns>
    public bool Raise(RaiseEventRequest request)
    {
        lock (gate)
        {
            if (!instances.TryGetValue(request.InstanceId, out Instance? instance))
            {
                return false;
            }

            Deliver(instance, instance.Execution, Happened.Raised(Now, request.Name, request.Input));
            return true;
        }
    }

    /// <returns>Those of this status and age, in the order of their ids, a page at a time: its token is its last id.</returns>
    public QueryInstancesResponse Query(InstanceQuery query)
    {
        lock (gate)
        {
            List<OrchestrationState> found =
            [
                .. instances.Values.Select(instance => instance.State)
                    .Where(state => query.RuntimeStatus.Count == 0 || query.RuntimeStatus.Contains(state.OrchestrationStatus))
                    .Where(state => query.CreatedTimeTo is null || state.CreatedTimestamp <= query.CreatedTimeTo)
                    .Where(state => query.CreatedTimeFrom is null || state.CreatedTimestamp >= query.CreatedTimeFrom)
                    .Where(state => string.CompareOrdinal(state.InstanceId, query.ContinuationToken) > 0)
                    .OrderBy(state => state.InstanceId, StringComparer.Ordinal),
            ];
            List<OrchestrationState> page = [.. found.Take(query.MaxInstanceCount)];
            return new() { OrchestrationState = { page }, ContinuationToken = found.Count > page.Count ? page[^1].InstanceId : null };
        }
    }

    /// <returns>Whether it was there and is over; what runs is not purged.</returns>
    public bool Purge(string id)
    {
        lock (gate)
        {
            return instances.TryGetValue(id, out Instance? instance) && instance.IsOver && instances.Remove(id);
        }
    }

    private void DeliverAt(DateTimeOffset moment, Instance instance, HistoryEvent message)
    {
        int execution = instance.Execution;
        alarms.Set(moment, () => Deliver(instance, execution, message));
    }

    private void Deliver(Instance instance, int execution, HistoryEvent message)
    {
        lock (gate)
        {
            if (instance.Execution == execution && instances.GetValueOrDefault(instance.Id) == instance)
            {
                instance.Inbox.Add(message);
                Step(instance);
            }
        }
    }

    private void Step(Instance instance)
    {
        if (worker is { } stepper && instance is { IsStepping: false, IsDue: true })
        {
            instance.IsStepping = true;
            work.Run(() => Step(instance, stepper));
        }
    }

    private async Task Step(Instance instance, LoadedWorker stepper)
    {
        OrchestratorRequest request;
        lock (gate)
        {
            request = instance.Next(Now);
        }

        OrchestratorResponse response = await stepper.Step(instance.Name, request, CancellationToken.None);
        lock (gate)
        {
            instance.History.AddRange(request.NewEvents);
            foreach (OrchestratorAction action in response.Actions)
            {
                Do(instance, action, stepper);
            }

            instance.Stepped(response, Now);
            if (instance.Status == OrchestrationStatus.Failed)
            {
                failures.Enqueue($"{instance.Id}: {response}");
            }

            Step(instance);
        }
    }

    private void Do(Instance instance, OrchestratorAction action, LoadedWorker stepper)
    {
        switch (action.OrchestratorActionTypeCase)
        {
            case OrchestratorAction.OrchestratorActionTypeOneofCase.ScheduleTask:
                instance.History.Add(Happened.Scheduled(Now, action.Id, action.ScheduleTask));
                int execution = instance.Execution;
                work.Run(async () => Deliver(instance, execution, await Activity(action.Id, action.ScheduleTask, stepper)));
                break;
            case OrchestratorAction.OrchestratorActionTypeOneofCase.CreateTimer:
                // Nothing cancels it: where nobody waits any more, it rings for nothing.
                instance.History.Add(Happened.TimerSet(Now, action.Id, action.CreateTimer.FireAt));
                DateTimeOffset fireAt = action.CreateTimer.FireAt.ToDateTimeOffset();
                DeliverAt(fireAt, instance, Happened.TimerFired(fireAt, action.Id, action.CreateTimer.FireAt));
                break;
            case OrchestratorAction.OrchestratorActionTypeOneofCase.CompleteOrchestration:
                break;
            default:
                throw new NotSupportedException($"{instance.Id} wants what this backend does not do: {action}");
        }
    }

    private async Task<HistoryEvent> Activity(int id, ScheduleTaskAction task, LoadedWorker stepper)
    {
        try
        {
            string? result = await stepper.Activity(task.Name, task.Input, CancellationToken.None);
            return Happened.Completed(Now, id, result);
        }
        catch (WorkerFailedException failed)
        {
            failures.Enqueue(failed.Message);
            return Happened.Failed(Now, id, new() { ErrorType = failed.Cause?.Type ?? "", ErrorMessage = failed.Cause?.Message ?? "" });
        }
    }
}
