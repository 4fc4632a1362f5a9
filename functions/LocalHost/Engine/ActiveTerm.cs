using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Engine;

/// <summary>The time during which this host is the active one: what it holds in memory begins and ends with it.</summary>
internal sealed class ActiveTerm : IAsyncDisposable
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private const int ManyAlarms = 20_000;

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
        MessageDispatcher dispatcher = new(table, Instances, newExecution, time);
        WorkItemProcessor processor = new(table, executor, Instances, activities, dispatcher, Timers, changes, requireLease, settings.VerifiesReplays ? new(table) : null, time, log);
        workers.AddRange(Enumerable.Range(0, settings.StepsAtOnce).Select(_ => Task.Run(() => Work(processor))));
    }

    public InstanceCache Instances { get; }

    public TimerQueue Timers { get; }

    /// <summary>Takes up what is due; then, in the background, learns of what will be.</summary>
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

    /// <summary>Lets what runs come to its end and be stored, as long as patience lasts.</summary>
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
            // Whatever is still under way is in the history, and goes on at the next start.
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
            // Not under way meanwhile: whoever drives the clock waits for what is, before it passes.
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
                int learnt = 0;
                await foreach ((string id, DateTimeOffset at) in index.DueAfter(now, ended.Token))
                {
                    Timers.ScheduleIfUnknown(id, at);
                    learnt++;
                }

                TrimMemory(learnt);
                return true;
            }
            catch (Exception failure) when (!ended.IsCancellationRequested)
            {
                log.AlarmsUnread(PauseAfterFailure, failure);
                return false;
            }
        }
    }

    /// <summary>A host that then waits for days would keep for days what it needed for seconds.</summary>
    private static void TrimMemory(int alarms)
    {
        if (alarms >= ManyAlarms)
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
                // No step will read what it is told: putting it back into the queue would go on for ever.
                token.Dispose();
                continue;
            }

            await processor.Process(instance, ended.Token);
            Instances.AfterStep(instance, token);
        }
    }
}
