using System.Security.Cryptography;
using Azure.Data.Tables;
using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Engine;

/// <summary>
/// One host's part in a task hub: the active one runs everything; any other stands by, may be called, and takes over when
/// the active one lets go of its lease or falls silent.
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

    /// <summary>A name that no one else gives: of an execution, of a message, of an instance without one.</summary>
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
            // The store is away. A host that lives on and says so is of more use than one that has died.
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

    /// <summary>Tells an instance something that is stored already; through the store, if another host is the active one.</summary>
    public async Task Notify(string instance, object? news, CancellationToken cancel)
    {
        ActiveTerm? current = Volatile.Read(ref term);
        current?.Instances.Notify(instance, news);
        if (current is null || current != Volatile.Read(ref term))
        {
            // Of a term that ended just then, nobody asks any more what it was told.
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

    /// <summary>How an instance stands as far as memory knows, which is never behind the store while this host is active.</summary>
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
    /// A host that slept, or could not renew for long, must not go on as if nobody else could be the active one by now. Steps and activities ask for
    /// the same rest of the lease: a step that began what may not begin would be told so at once, and begin it again.
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
            // A host that does not know what is due must not pass for the active one.
            Volatile.Write(ref term, null);
            await begun.DisposeAsync();
            throw;
        }
    }
}

/// <summary>Nobody knows which host is the active one; the next heartbeat finds out.</summary>
internal sealed class LeaseExpiredException(string hub) : Exception($"The lease of hub '{hub}' ran out and was not renewed yet.");
