using System.Security.Cryptography;
using System.Text;
using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Engine;

/// <summary>What an orchestrator's code sees: it turns calls into decisions, and happenings into finished tasks.</summary>
sealed class LocalOrchestrationContext(
    InstanceState instance, OrchestratorLoop loop, DataConverter converter, ILoggerFactory loggers) : TaskOrchestrationContext
{
    readonly EventDesk events = new();
    readonly Dictionary<int, Action<TaskEnded>> calls = [];
    readonly Dictionary<int, TaskCompletionSource> timers = [];
    readonly List<Decision> decisions = [];
    DateTimeOffset now;
    bool replaying;
    int nextId;
    int guids;
    ContinueAsNewOptions? again;

    public override TaskName Name => instance.Name;

    public override string InstanceId => instance.Id;

    public override string Version => instance.Version;

    public override ParentOrchestrationInstance? Parent =>
        instance.Parent is { } parent ? new(parent.Name, parent.Instance) : null;

    public override DateTime CurrentUtcDateTime => now.UtcDateTime;

    public override bool IsReplaying => replaying;

    protected override ILoggerFactory LoggerFactory => loggers;

    /// <summary>The status as the code last set it; what was stored before if it never did.</summary>
    public string? CustomStatus { get; private set; } = instance.CustomStatus;

    public bool WaitsForSomething => calls.Count > 0 || timers.Count > 0 || events.AnyoneWaits;

    public bool KeepsEvents => again is { PreserveUnprocessedEvents: true };

    public Ending.ContinuedAsNew? Again => again is null ? null : new(
        converter.Serialize(again.NewInput), again.NewVersion, KeepsEvents ? events.Kept : []);

    public void Begin(DateTimeOffset moment, bool isReplay)
    {
        now = moment;
        replaying = isReplay;
    }

    public void Tell(Happening happening)
    {
        switch (happening)
        {
            case TaskEnded ended when calls.Remove(ended.Id, out Action<TaskEnded>? end):
                end(ended);
                break;
            case TimerFired fired when timers.Remove(fired.Id, out TaskCompletionSource? timer):
                timer.TrySetResult();
                break;
            case EventRaised raised:
                events.Raise(raised);
                break;
        }
    }

    public IReadOnlyList<Decision> TakeDecisions()
    {
        Decision[] taken = [.. decisions];
        decisions.Clear();
        return taken;
    }

    public override T GetInput<T>() => converter.Deserialize<T>(instance.Input)!;

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException($"'{name}' was given {nameof(TaskOptions)} as its input; pass them as options.", nameof(input));
        }

        return Retries.Of(this, options?.Retry, () => Call<TResult>(name, id => new CallActivity(id, name, converter.Serialize(input))));
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        string? given = (options as SubOrchestrationOptions)?.InstanceId;
        string version = options?.Version?.Version ?? "";
        return Retries.Of(this, options?.Retry, () =>
        {
            string child = given ?? NewGuid().ToString("N");
            return Call<TResult>(
                orchestratorName, id => new StartChild(id, orchestratorName, child, converter.Serialize(input), version));
        });
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        TaskCompletionSource timer = new();
        int id = Decide(id => new SetTimer(id, fireAt.ToUniversalTime()));
        timers.Add(id, timer);
        cancellationToken.Register(() =>
        {
            if (timers.Remove(id))
            {
                decisions.Add(new CancelTimer(id));
                timer.TrySetCanceled(cancellationToken);
            }
        });
        return timer.Task;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        StayInTheLoop();
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellationToken);
        }

        TaskCompletionSource<T> raised = new();
        Action giveUp = events.Wait(eventName, payload => Resolve(raised, payload));
        cancellationToken.Register(() =>
        {
            giveUp();
            raised.TrySetCanceled(cancellationToken);
        });
        return raised.Task;
    }

    public override void SendEvent(string instanceId, string eventName, object payload) =>
        Decide(id => new SendEvent(id, instanceId, eventName, converter.Serialize(payload)));

    public override void SetCustomStatus(object? customStatus)
    {
        StayInTheLoop();
        CustomStatus = converter.Serialize(customStatus);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        StayInTheLoop();
        again = options;
    }

    public override Guid NewGuid()
    {
        StayInTheLoop();
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{instance.Id}|{instance.Execution}|{guids++}"));
        // RFC 9562, version 8: a name hashed by a method of our own.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    Task<TResult> Call<TResult>(string name, Func<int, Decision> decide)
    {
        TaskCompletionSource<TResult> result = new();
        int id = Decide(decide);
        calls.Add(id, ended =>
        {
            if (ended.Failure is { } failure)
            {
                result.TrySetException(new TaskFailedException(name, id, failure));
            }
            else
            {
                Resolve(result, ended.Result);
            }
        });
        return result.Task;
    }

    int Decide(Func<int, Decision> decide)
    {
        StayInTheLoop();
        decisions.Add(decide(nextId));
        return nextId++;
    }

    void Resolve<T>(TaskCompletionSource<T> source, string? data)
    {
        T? value;
        try
        {
            value = converter.Deserialize<T>(data);
        }
        catch (Exception unreadable)
        {
            // It is the code that asked for this type, so it is the code that hears that the data is of another.
            source.TrySetException(unreadable);
            return;
        }

        source.TrySetResult(value!);
    }

    void StayInTheLoop()
    {
        if (!loop.IsCurrent)
        {
            throw new NotDurableException(instance.Id);
        }
    }
}
