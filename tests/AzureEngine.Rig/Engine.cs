using Azure.Storage.Queues;
using DurableTask.AzureStorage;
using DurableTask.Core;
using FollowUp.LocalHost.Engine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker.Shims;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FollowUp.AzureEngine;

/// <summary>The engine that Durable Functions is on Azure, with an app's orchestrators and activities, in this process.</summary>
public sealed class Engine : IHostedService, IDisposable
{
    /// <summary>How often an engine in which nothing is in hand is asked whether anything is left in its queues.</summary>
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(5);

    private readonly RequestCounter counter = new();
    private readonly TaskHubWorker worker;
    private readonly HeldMessages? held;
    private readonly DrivenTime? driven;
    private readonly InFlightWork work;
    private readonly TimeProvider time;
    private readonly QueueClient[] queues;

    internal Engine(
        EnginePlan plan, FunctionRegistry functions, DataConverter converter, InFlightWork work, TimeProvider time, ILoggerFactory loggers)
    {
        (this.work, this.time) = (work, time);
        AzureStorageOrchestrationServiceSettings settings = plan.Settings(counter);
        settings.LoggerFactory = loggers;
        AzureStorageOrchestrationService service = new(settings);
        if (plan.DrivesTime)
        {
            held = new(plan.Held, service, time, work);
            driven = new(service, held, time);
        }

        Client = new EngineClient(service, held, converter, plan.Withholds);
        DurableTaskShimFactory shims = new(new() { DataConverter = converter }, loggers);
        worker = new(driven ?? (IOrchestrationService)service, new Orchestrations(functions, shims, converter, loggers),
            new ActivityShims(functions, shims), loggers)
        {
            ErrorPropagationMode = ErrorPropagationMode.UseFailureDetails,
        };
        if (driven is not null)
        {
            worker.AddOrchestrationDispatcherMiddleware(driven.TellTime);
        }

        if (plan.Steps is { } steps)
        {
            worker.AddOrchestrationDispatcherMiddleware((step, next) =>
            {
                steps(step.GetProperty<OrchestrationRuntimeState>());
                return next();
            });
        }

        queues = [.. plan.Queues.Select(name => new QueueClient(plan.Connection, name))];
    }

    public DurableTaskClient Client { get; }

    /// <summary>How many requests it has sent to its storage.</summary>
    public int Requests => counter.Requests;

    /// <summary>When the next timer or delayed start is due by the driven clock, also one that nobody waits for any more.</summary>
    public DateTimeOffset? NextAlarm => Driven.Next;

    private HeldMessages Driven =>
        held ?? throw new InvalidOperationException("This engine goes by the real clock: nobody knows when it is still.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await worker.orchestrationService.CreateIfNotExistsAsync();
        held?.Begin();
        await worker.StartAsync();
    }

    /// <summary>At once: what is under way is in the queues, and nobody comes for it.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => worker.StopAsync(isForced: true);

    /// <summary>Completes when nothing is under way in the host and nothing is left in the queues.</summary>
    public async Task WhenStill(CancellationToken cancel)
    {
        using PeriodicTimer look = new(Often);
        do
        {
            await work.WhenIdle().WaitAsync(cancel);
            if (Driven.Failure is { } undelivered)
            {
                throw new InvalidOperationException("A message could not be delivered.", undelivered);
            }
        }
        while (!await IsStill(cancel) && await look.WaitForNextTickAsync(cancel));
    }

    public void Dispose()
    {
        worker.Dispose();
        held?.Dispose();
    }

    /// <summary>A message that is being worked on stays in its queue until all that comes of it is in others.</summary>
    private async Task<bool> IsStill(CancellationToken cancel)
    {
        long before = Driven.Moves;
        if (driven is { IsBusy: true })
        {
            return false;
        }

        int[] left =
            await Task.WhenAll(queues.Select(async queue => (await queue.GetPropertiesAsync(cancel)).Value.ApproximateMessagesCount));
        return left.All(count => count == 0) && work.IsIdle && Driven.Moves == before && !(NextAlarm <= time.GetUtcNow());
    }
}
