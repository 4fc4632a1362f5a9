using FollowUp.LocalHost.Hosting;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.AzureEngine.Tests.Rig;

/// <summary>A few functions on Azure's engine, by a clock that stands until the test moves it, or by the real one.</summary>
public sealed class Hub : IAsyncDisposable
{
    private readonly IHost host;
    private readonly FakeTimeProvider? clock;

    private Hub(IHost host, FakeTimeProvider? clock) => (this.host, this.clock) = (host, clock);

    public Engine Engine => host.Services.GetRequiredService<Engine>();

    public DurableTaskClient Client => Engine.Client;

    public FakeTimeProvider Clock => clock ?? throw new InvalidOperationException("The real clock cannot be driven.");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<Hub> Driven(params Type[] functions) =>
        Start(new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero)), functions);

    public static Task<Hub> ByTheRealClock(params Type[] functions) => Start(null, functions);

    /// <summary>Starts an orchestration and lets it run until nothing moves any more.</summary>
    public async Task Run(string orchestrator, object? input, StartOrchestrationOptions options)
    {
        await Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, options, Cancel);
        await Still();
    }

    public async Task Raise(string id, string name, object payload)
    {
        await Client.RaiseEventAsync(id, name, payload, Cancel);
        await Still();
    }

    /// <summary>Time passes at one go, and what falls due in it is done.</summary>
    public async Task Pass(TimeSpan span)
    {
        Clock.Advance(span);
        await Still();
    }

    public Task Still() => Engine.WhenStill(Cancel);

    public async Task<OrchestrationMetadata> See(string id) =>
        await Client.GetInstanceAsync(id, getInputsAndOutputs: true, Cancel)
            ?? throw new InvalidOperationException($"There is no instance '{id}'.");

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }

    private static async Task<Hub> Start(FakeTimeProvider? clock, Type[] functions)
    {
        LocalHostBuilder builder = new();
        builder.Use(options => (options.OnlyTypes, options.Url) = (functions, "http://127.0.0.1:0"));
        builder.Logging.ClearProviders();
        EnginePlan plan = Storage.NewHub() with { DrivesTime = clock is not null };
        builder.Configuration.AddInMemoryCollection([new("AzureWebJobsStorage", plan.Connection)]);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.UseAzureEngine(plan);
        IHost host = builder.Build();
        await host.StartAsync(Cancel);
        return new(host, clock);
    }
}
