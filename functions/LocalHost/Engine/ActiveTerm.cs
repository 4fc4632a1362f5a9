using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Engine;

/// <summary>
/// One uninterrupted time during which this host holds the lease. The cache, the timer queue and the workers live as long as the term:
/// the next holder may have written in between.
/// </summary>
internal sealed class ActiveTerm : IAsyncDisposable
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private const int ManyTimers = 20_000;

    private readonly InFlightWork work;
    private readonly ILogger log;
    private readonly WorkIndex index;
    private readonly TimeProvider time;
    private readonly ActivityRunner activities;
    private readonly CancellationTokenSource ended = new();
    private readonly List<Task> workers = [];
    private Task loading = Task.CompletedTask;

    public ActiveTerm(
        HubTable table, FunctionRegistry functions, DataConverter converter, ILoggerFactory loggers, HubSettings settings,
        StateChanges changes, Func<string> newExecution, Func<CancellationToken, Task> requireLease, TimeProvider time, InFlightWork work)
    {
        (this.work, this.time, index) = (work, time, new(table));
        log = loggers.CreateLogger<ActiveTerm>();
        Instances = new(work);
        Timers = new(time, work, id => Instances.Notify(id, null));
        activities = new(functions, converter, requireLease, time, work, settings.ActivitiesAtOnce, log);
        OrchestrationExecutor executor = new(functions, converter, loggers, newExecution, settings.VerifiesReplays);
        InstanceCommitter committer = new(table, new MessageDispatcher(table, Instances, newExecution, time), time, log);
        ReplayVerifier? verifier = settings.VerifiesReplays ? new(table) : null;
        WorkItemProcessor processor = new(
            table, executor, Instances, activities, committer, Timers, changes, requireLease, verifier, time, log);
        workers.AddRange(Enumerable.Range(0, settings.StepsAtOnce).Select(_ => Task.Run(() => Work(processor))));
    }

    public InstanceCache Instances { get; }

    public TimerQueue Timers { get; }

    /// <summary>Queues every instance that has work now; those that have some later are read in the background.</summary>
    public async Task<int> Recover(CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        HashSet<string> due = [];
        await foreach ((string id, bool hasMessages) in index.DueAt(now, cancel))
        {
            if (due.Add(id) || hasMessages)
            {
                Instances.Notify(id, hasMessages ? new CacheInvalidated() : null);
            }
        }

        IDisposable reading = work.Begin();
        loading = Task.Run(() => LoadTimers(now, reading), CancellationToken.None);
        return due.Count;
    }

    /// <summary>No activity begins any more; what runs may end and be stored until <paramref name="patience"/> is cancelled.</summary>
    public async Task Drain(CancellationToken patience)
    {
        activities.Drain();
        foreach (string id in Instances.WithDeferredCommits)
        {
            Instances.Notify(id, null);
        }

        try
        {
            await work.WhenIdle().WaitAsync(patience);
        }
        catch (OperationCanceledException)
        {
            // What is still running is in the history, and goes on at the next start.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Timers.Dispose();
        activities.Cancel();
        await ended.CancelAsync();
        Instances.Close();
        await Task.WhenAll(workers);
        await loading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ended.Dispose();
    }

    private async Task LoadTimers(DateTimeOffset now, IDisposable reading)
    {
        while (!await TryLoadTimers(now, reading))
        {
            // Not counted as work in flight meanwhile: a driven clock only moves on once nothing is.
            await Task.Delay(PauseAfterFailure, time, ended.Token);
            reading = work.Begin();
        }
    }

    private async Task<bool> TryLoadTimers(DateTimeOffset now, IDisposable reading)
    {
        using (reading)
        {
            try
            {
                int loaded = 0;
                await foreach ((string id, DateTimeOffset at) in index.DueAfter(now, ended.Token))
                {
                    Timers.ScheduleIfUnknown(id, at);
                    loaded++;
                }

                TrimMemory(loaded);
                return true;
            }
            catch (Exception failure) when (!ended.IsCancellationRequested)
            {
                log.AlarmsUnread(PauseAfterFailure, failure);
                return false;
            }
        }
    }

    /// <summary>Reading many rows leaves garbage that a host which then waits for days would not collect for days.</summary>
    private static void TrimMemory(int timers)
    {
        if (timers >= ManyTimers)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    private async Task Work(WorkItemProcessor processor)
    {
        await foreach ((InstanceActor instance, IDisposable token) in Instances.Ready.ReadAllAsync())
        {
            if (ended.IsCancellationRequested)
            {
                // No step runs any more: an instance with unread messages would be queued again for ever.
                token.Dispose();
                continue;
            }

            await processor.Process(instance, ended.Token);
            Instances.AfterStep(instance, token);
        }
    }
}
