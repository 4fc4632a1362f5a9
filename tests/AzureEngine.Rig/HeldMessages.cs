using System.Collections.Concurrent;
using DurableTask.AzureStorage;
using DurableTask.Core;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;
using FollowUp.LocalHost.Engine;

namespace FollowUp.AzureEngine;

/// <summary>
/// Where timers and delayed starts wait for their moment by a clock that a test drives, as the queues would keep them hidden by the real one.
/// </summary>
sealed class HeldMessages : IDisposable
{
    /// <summary>The queues hide what is not due yet by their own clock. Long ago is due by any.</summary>
    static readonly DateTime LongAgo = DateTime.UnixEpoch;

    readonly ConcurrentDictionary<string, Func<Task>> held = [];
    readonly AzureStorageOrchestrationService service;
    readonly TimeProvider time;
    readonly WorkUnderWay work;
    readonly AlarmClock alarms;
    Exception? failure;
    long moves;

    public HeldMessages(AzureStorageOrchestrationService service, TimeProvider time, WorkUnderWay work)
    {
        (this.service, this.time, this.work) = (service, time, work);
        alarms = new(time, work, LetGo);
    }

    /// <summary>When the next is due.</summary>
    public DateTimeOffset? Next => alarms.Next;

    /// <summary>Grows with everything that is put into a queue: what has not grown meanwhile stood still.</summary>
    public long Moves => Interlocked.Read(ref moves);

    /// <summary>Why something could not be delivered, after which nothing that is waited for needs to come.</summary>
    public Exception? Failure => Volatile.Read(ref failure);

    public IDisposable Moving()
    {
        Interlocked.Increment(ref moves);
        return work.Begin();
    }

    /// <summary>An instance to be created now, or when its moment comes.</summary>
    public async Task Start(TaskMessage message, OrchestrationStatus[] refused)
    {
        using IDisposable starting = Moving();
        ExecutionStartedEvent started = (ExecutionStartedEvent)message.Event;
        DateTime? at = started.ScheduledStartTime;
        if (at is null || at <= time.GetUtcNow().UtcDateTime)
        {
            started.ScheduledStartTime = at is null ? null : LongAgo;
            await service.CreateTaskOrchestrationAsync(message, refused);
            return;
        }

        string id = message.OrchestrationInstance.InstanceId;
        OrchestrationState? there = (await service.GetOrchestrationStateAsync(id, allExecutions: false)).SingleOrDefault();
        if ((there is not null && refused.Contains(there.OrchestrationStatus)) || !held.TryAdd(id, () => Start(message, refused)))
        {
            throw new OrchestrationAlreadyExistsException($"'{id}' exists already.");
        }

        alarms.Set(id, new(at.Value));
    }

    public async Task Send(TaskMessage message)
    {
        using IDisposable sending = Moving();
        await service.SendTaskOrchestrationMessageAsync(message);
    }

    public void Hold(TaskMessage timer)
    {
        TimerFiredEvent fired = (TimerFiredEvent)timer.Event;
        DateTime due = fired.FireAt.ToUniversalTime();
        fired.FireAt = LongAgo;

        // One of an execution that begins anew has the number of one before.
        string key = $"{timer.OrchestrationInstance.InstanceId}|{timer.OrchestrationInstance.ExecutionId}|{fired.TimerId}";
        held[key] = () => Send(timer);
        alarms.Set(key, new(due));
    }

    public void Dispose() => alarms.Dispose();

    void LetGo(string key)
    {
        if (held.TryRemove(key, out Func<Task>? send))
        {
            IDisposable sending = Moving();
            _ = Task.Run(async () =>
            {
                using (sending)
                {
                    await Deliver(send);
                }
            });
        }
    }

    async Task Deliver(Func<Task> send)
    {
        try
        {
            await send();
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // Somebody started it at its moment: that was the wish.
        }
        catch (Exception undelivered)
        {
            Volatile.Write(ref failure, undelivered);
        }
    }
}
