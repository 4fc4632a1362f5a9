using System.Collections.Concurrent;
using DurableTask.AzureStorage;
using DurableTask.Core;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;
using FollowUp.LocalHost.Engine;

namespace FollowUp.AzureEngine;

/// <summary>
/// Where timers and delayed starts wait for their moment by a clock that a test drives, as the queues would keep them hidden by the real
/// one.
/// </summary>
/// <param name="held">As in a queue, what is in it outlives the host.</param>
internal sealed class HeldMessages(
    ConcurrentDictionary<string, HeldMessage> held, AzureStorageOrchestrationService service, TimeProvider time, InFlightWork work)
        : IDisposable
{
    /// <summary>The queues hide what is not due yet by their own clock. Long ago is due by any.</summary>
    private static readonly DateTime LongAgo = DateTime.UnixEpoch;

    private readonly ConcurrentDictionary<string, string> executions = [];
    private TimerQueue? timers;
    private Exception? failure;
    private long moves;

    /// <summary>When the next is due.</summary>
    public DateTimeOffset? Next => Timers.Next;

    /// <summary>Grows with everything that is put into a queue: what has not grown meanwhile stood still.</summary>
    public long Moves => Interlocked.Read(ref moves);

    /// <summary>Why something could not be delivered, after which nothing that is waited for needs to come.</summary>
    public Exception? Failure => Volatile.Read(ref failure);

    private TimerQueue Timers => timers ?? throw new InvalidOperationException("The engine has not started yet.");

    /// <summary>The queues are there: what fell due while no host was is delivered.</summary>
    public void Begin()
    {
        timers = new(time, work, LetGo);
        foreach ((string key, HeldMessage message) in held)
        {
            timers.Schedule(key, message.Due);
        }
    }

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
        if ((there is not null && refused.Contains(there.OrchestrationStatus)) || !held.TryAdd(id, new(new(at.Value), message, refused)))
        {
            throw new OrchestrationAlreadyExistsException($"'{id}' exists already.");
        }

        Timers.Schedule(id, new(at.Value));
    }

    public async Task Send(TaskMessage message)
    {
        using IDisposable sending = Moving();
        await service.SendTaskOrchestrationMessageAsync(message);
    }

    /// <summary>An instance that begins anew is another execution from now on.</summary>
    public void Learn(OrchestrationInstance instance) => executions[instance.InstanceId] = instance.ExecutionId;

    public void Hold(TaskMessage timer)
    {
        TimerFiredEvent fired = (TimerFiredEvent)timer.Event;
        DateTimeOffset due = new(fired.FireAt.ToUniversalTime());
        fired.FireAt = LongAgo;

        // One of an execution that begins anew has the number of one before.
        string key = $"{timer.OrchestrationInstance.InstanceId}|{timer.OrchestrationInstance.ExecutionId}|{fired.TimerId}";
        held[key] = new(due, timer, Refused: null);
        Timers.Schedule(key, due);
    }

    public void Dispose() => timers?.Dispose();

    private void LetGo(string key)
    {
        if (held.TryRemove(key, out HeldMessage? message) && !IsStale(message.Message))
        {
            IDisposable sending = Moving();
            _ = Task.Run(async () =>
            {
                using (sending)
                {
                    await Deliver(message);
                }
            });
        }
    }

    /// <summary>
    /// Whether it comes from an execution that was cut off. The engine gives such a message back five times, for a minute in all, before
    /// it throws it away: as long would whoever waits for stillness.
    /// </summary>
    private bool IsStale(TaskMessage message) => message.Event is TimerFiredEvent
        && executions.TryGetValue(message.OrchestrationInstance.InstanceId, out string? current)
        && current != message.OrchestrationInstance.ExecutionId;

    private async Task Deliver(HeldMessage message)
    {
        try
        {
            await (message.Refused is { } refused ? Start(message.Message, refused) : Send(message.Message));
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

/// <summary>A timer, or a start and which instances in its way refuse it.</summary>
internal sealed record HeldMessage(DateTimeOffset Due, TaskMessage Message, OrchestrationStatus[]? Refused);
