using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Engine;

/// <summary>
/// The durable client that functions are given. It works on a standby host too: it writes to the store and signals the active one.
/// </summary>
internal sealed class HubClient(HubEngine engine, DataConverter converter, ILogger<HubClient> log) : DurableTaskClient("local")
{
    private static readonly OrchestrationRuntimeStatus[] Unfinished =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    /// <summary>The active host publishes every change; polling only covers a take-over.</summary>
    private static readonly TimeSpan PollWhenActive = TimeSpan.FromSeconds(30);

    /// <summary>On a standby host nothing is published: it has to poll.</summary>
    private static readonly TimeSpan PollOnStandby = TimeSpan.FromSeconds(1);

    private readonly HubQueries queries = new(engine.Table, converter);

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        using IDisposable starting = engine.Work.Begin();
        InstanceState fresh = NewState(orchestratorName, Serialized(input), options ?? new());
        HashSet<OrchestrationRuntimeStatus> refused = RefusedStatuses(options?.DedupeStatuses);
        while (true)
        {
            // An instance in the cache is known without asking the store.
            StartAttempt start = engine.FindCached(fresh.Id) is { HasEnded: false } running
                ? new(null, running)
                : await ReportingUncertainty(fresh.Id, () => StartAttempt.Make(engine.Table, fresh, MayBeReplaced, cancellation));
            if (start.Stored is { } stored)
            {
                await engine.AddNew(stored, cancellation);
                return fresh.Id;
            }

            if (start.Existing!.HasEnded || refused.Contains(start.Existing.Status))
            {
                RecheckIfUnstarted(start.Existing);
                throw start.AlreadyExists;
            }

            await TerminateInstanceAsync(fresh.Id, new TerminateInstanceOptions("Replaced by a new instance."), cancellation);
            await WaitForInstanceCompletionAsync(fresh.Id, cancellation);
        }

        bool MayBeReplaced(InstanceState there) => there.HasEnded && !refused.Contains(there.Status);
    }

    public override async Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        await Send(instanceId, new Raise(eventName, Serialized(eventPayload)), cancellation);
    }

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        Send(instanceId, new Suspend(reason), cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        Send(instanceId, new Resume(reason), cancellation);

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        Send(instanceId, new Terminate(Serialized(options?.Output), options?.Recursive ?? false), cancellation);

    public override async Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        (await Find(instanceId, cancellation))?.ToMetadata(converter, getInputsAndOutputs);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitFor(instanceId, state => state.Status != OrchestrationRuntimeStatus.Pending, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitFor(instanceId, state => state.HasEnded, getInputsAndOutputs, cancellation);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        queries.List(filter ?? new());

    public override Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        WhileInFlight(() => queries.Purge(instanceId, options?.Recursive ?? false, cancellation));

    public override Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        WhileInFlight(() => queries.PurgeAll(filter, options?.Recursive ?? false, engine.Time, cancellation));

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task Send(string instance, Message message, CancellationToken cancel)
    {
        using IDisposable sending = engine.Work.Begin();
        if (await Find(instance, cancel) is null or { HasEnded: true })
        {
            log.NobodyToTell(instance);
            return;
        }

        DateTimeOffset now = engine.Time.GetUtcNow();
        InboxRow row = new(HubKeys.Inbox(now, engine.NewName(), 0), now, message);
        await ReportingUncertainty(instance, async () =>
        {
            await engine.Table.AddMessage(instance, row, cancel);
            return row;
        });
        // It is stored: the caller can no longer cancel it.
        await engine.Notify(instance, row, CancellationToken.None);
    }

    /// <summary>
    /// A write that fails may have been done all the same: the caller gets the exception, and the engine rechecks the instance.
    /// </summary>
    private async Task<T> ReportingUncertainty<T>(string instance, Func<Task<T>> write)
    {
        try
        {
            return await write();
        }
        catch
        {
            engine.UncertainWrites.Add(instance);
            throw;
        }
    }

    /// <summary>
    /// An instance with due work that no cache knows was stored by an earlier start whose answer was lost: nobody has queued it.
    /// </summary>
    private void RecheckIfUnstarted(InstanceState existing)
    {
        if (existing.WorkAt <= engine.Time.GetUtcNow() && engine.FindCached(existing.Id) is null)
        {
            engine.UncertainWrites.Add(existing.Id);
        }
    }

    private async Task<InstanceState?> Find(string instance, CancellationToken cancel) =>
        engine.FindCached(instance) ?? (await engine.Table.LoadState(instance, cancel))?.State;

    private async Task<OrchestrationMetadata> WaitFor(
        string instance, Predicate<InstanceState> wanted, bool inputsAndOutputs, CancellationToken cancel)
    {
        using StateChanges.Subscription subscription = engine.StateChanges.Subscribe(instance, wanted);
        while (true)
        {
            InstanceState? state = await Find(instance, cancel);
            if (state is not null && wanted(state))
            {
                return state.ToMetadata(converter, inputsAndOutputs);
            }

            // A missing instance is waited for as well: it may be about to be started.
            try
            {
                TimeSpan patience = engine.IsActive ? PollWhenActive : PollOnStandby;
                return (await subscription.Matched.WaitAsync(patience, engine.Time, cancel)).ToMetadata(converter, inputsAndOutputs);
            }
            catch (TimeoutException)
            {
                // Nothing was published on this host: perhaps another one runs it.
            }
        }
    }

    private async Task<PurgeResult> WhileInFlight(Func<Task<PurgeResult>> purge)
    {
        using IDisposable purging = engine.Work.Begin();
        return await purge();
    }

    private InstanceState NewState(TaskName orchestrator, string? input, StartOrchestrationOptions options)
    {
        string id = options.InstanceId ?? engine.NewName();
        DateTimeOffset now = engine.Time.GetUtcNow();
        DateTimeOffset startAt = options.StartAt > now ? options.StartAt.Value : now;
        return new()
        {
            Id = id,
            Name = orchestrator.Name,
            Version = options.Version?.Version ?? "",
            Execution = engine.NewName(),
            Input = input,
            CreatedAt = now,
            UpdatedAt = now,
            StartAt = startAt,
            WorkAt = startAt,
            Tags = options.Tags,
        };
    }

    private static HashSet<OrchestrationRuntimeStatus> RefusedStatuses(IReadOnlyList<string>? given)
    {
        HashSet<OrchestrationRuntimeStatus> refused =
            given is null ? [.. Unfinished] : [.. given.Select(status => Enum.Parse<OrchestrationRuntimeStatus>(status, ignoreCase: true))];
        return refused.Contains(OrchestrationRuntimeStatus.Terminated) && !refused.IsSupersetOf(Unfinished)
            ? throw new ArgumentException(
                "Dedupe statuses that name Terminated must name every unfinished status: an instance that is terminated to make " +
                "room would at once stand in the way.")
            : refused;
    }

    private string? Serialized(object? data)
    {
        string? text = converter.Serialize(data);
        return text?.Length > HubLimits.TextMax
            ? throw new TooLargeForTheHubException("The data", text.Length, HubLimits.TextMax)
            : text;
    }
}
