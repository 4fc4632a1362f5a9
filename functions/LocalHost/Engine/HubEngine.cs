using System.Security.Cryptography;
using Azure.Data.Tables;
using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Engine;

/// <summary>
/// One host's part in a task hub. Of several hosts one holds the lease and runs every orchestration (see <see cref="ActiveTerm"/>); the
/// others stand by, serve clients, and take over when the lease is released or expires.
/// </summary>
internal sealed class HubEngine : IAsyncDisposable
{
    private readonly string host = RandomNumberGenerator.GetHexString(12, lowercase: true);
    private readonly Lease lease;
    private readonly StandbySignals signals;
    private readonly FunctionRegistry functions;
    private readonly DataConverter converter;
    private readonly ILoggerFactory loggers;
    private readonly ILogger log;
    private readonly HubSettings settings;
    private readonly Heartbeat heartbeat;
    private ActiveTerm? term;
    private long lastName;

    public HubEngine(
        TableClient table, FunctionRegistry functions, DataConverter converter, ILoggerFactory loggers, HubSettings settings,
        TimeProvider time, InFlightWork work)
    {
        (this.functions, this.converter, this.loggers, this.settings) = (functions, converter, loggers, settings);
        (Time, Work) = (time, work);
        log = loggers.CreateLogger<HubEngine>();
        Table = new(table, host);
        lease = new(table, host, time, settings.IsOnlyHost);
        signals = new(table);
        heartbeat = new(time, work, ClaimLeaseAndRun, log);
        UncertainWrites = new(id => Volatile.Read(ref term)?.Instances.Notify(id, new CacheInvalidated()));
    }

    public HubTable Table { get; }

    public StateChanges StateChanges { get; } = new();

    public UncertainWrites UncertainWrites { get; }

    public TimeProvider Time { get; }

    public InFlightWork Work { get; }

    public bool IsActive => Volatile.Read(ref term) is not null;

    /// <summary>The earliest moment at which a durable timer, a retry or a delayed start is due.</summary>
    public DateTimeOffset? NextAlarm => Volatile.Read(ref term)?.Timers.Next;

    /// <summary>A name that no other host generates: for executions, messages, and instances without an id.</summary>
    public string NewName() => $"{host}{Interlocked.Increment(ref lastName):x8}";

    public async Task Start(CancellationToken cancel)
    {
        using IDisposable starting = Work.Begin();
        try
        {
            await Table.Create(cancel);
            await ClaimLeaseAndRun(cancel);
            if (!IsActive)
            {
                log.StandingBy(host, settings.HubName);
            }
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // The store is down. A host that runs and reports it is of more use than one that exits; the heartbeat tries again.
            log.HeartbeatFailed(failure);
        }

        heartbeat.Start();
    }

    public async Task Stop(CancellationToken patience)
    {
        await heartbeat.Stop();
        if (term is { } ending)
        {
            await ending.Drain(patience);
            Volatile.Write(ref term, null);
            await ending.DisposeAsync();
            if (!patience.IsCancellationRequested)
            {
                await ReleaseLease(patience);
            }
        }
    }

    private async Task ReleaseLease(CancellationToken patience)
    {
        try
        {
            await lease.Release(patience);
        }
        catch (Exception failure)
        {
            log.LeaseNotReleased(Lease.Lifetime, failure);
        }
    }

    /// <summary>
    /// Tells an instance of something that is stored already: in memory, or by a signal in the store if another host is the active one.
    /// </summary>
    public async Task Notify(string instance, object? news, CancellationToken cancel)
    {
        ActiveTerm? current = Volatile.Read(ref term);
        current?.Instances.Notify(instance, news);
        if (current is null || current != Volatile.Read(ref term))
        {
            // The term ended while it was notified: its cache is no longer read.
            await signals.Send(instance, cancel);
        }
    }

    public async Task AddNew(StoredInstance stored, CancellationToken cancel)
    {
        ActiveTerm? current = Volatile.Read(ref term);
        current?.Instances.AddNew(new(stored));
        if (current is null || current != Volatile.Read(ref term))
        {
            await signals.Send(stored.State.Id, cancel);
        }
    }

    /// <summary>The cached state, which is never behind the store while this host is active.</summary>
    public InstanceState? FindCached(string instance) => Volatile.Read(ref term)?.Instances.Find(instance)?.Cached?.State;

    public async ValueTask DisposeAsync()
    {
        heartbeat.Dispose();
        if (term is { } left)
        {
            term = null;
            await left.DisposeAsync();
        }
    }

    /// <summary>
    /// One heartbeat: acquires or renews the lease, begins or ends the term accordingly, and passes on what others left to look at.
    /// </summary>
    private async Task ClaimLeaseAndRun(CancellationToken cancel)
    {
        LeaseClaim claim = await lease.AcquireOrRenew(cancel);
        if (term is { } lost && claim != LeaseClaim.Renewed)
        {
            log.LeaseLost(host, settings.HubName);
            Volatile.Write(ref term, null);
            await lost.DisposeAsync();
            foreach (string instance in lost.Instances.WithUnreadMessages)
            {
                await signals.Send(instance, cancel);
            }
        }

        if (term is null && claim != LeaseClaim.Denied)
        {
            await BeginTerm(new(Table, functions, converter, loggers, settings, StateChanges, NewName, RequireLease, Time, Work), cancel);
        }

        await UncertainWrites.RecheckAll(id => Notify(id, new CacheInvalidated(), cancel));
        if (term is { } current)
        {
            current.Timers.FireOverdue();
            await signals.ReceiveAll(id => current.Instances.Notify(id, new CacheInvalidated()), cancel);
        }
    }

    /// <summary>
    /// Asked before each step and each activity: a host that slept, or could not renew for long, may have been replaced. Steps and
    /// activities demand the same margin: a step that could start an activity which may not begin would retry it in a loop.
    /// </summary>
    private async Task RequireLease(CancellationToken cancel)
    {
        if (!await heartbeat.WaitFor(() => lease.IsSafeToAct, cancel))
        {
            throw new LeaseExpiredException(settings.HubName);
        }
    }

    private async Task BeginTerm(ActiveTerm begun, CancellationToken cancel)
    {
        Volatile.Write(ref term, begun);
        try
        {
            log.Active(host, settings.HubName, await begun.Recover(cancel));
        }
        catch
        {
            // A host that could not read what is due must not count as the active one.
            Volatile.Write(ref term, null);
            await begun.DisposeAsync();
            throw;
        }
    }
}
