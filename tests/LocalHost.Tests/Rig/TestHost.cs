using Azure.Core.Pipeline;
using FollowUp.LocalHost.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.LocalHost.Tests.Rig;

/// <summary>What a test may choose about its host.</summary>
public sealed record HostPlan
{
    public string Hub { get; init; } = Storage.NewHub();

    public FakeTimeProvider Clock { get; init; } = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    public HttpPipelineTransport? Transport { get; init; }

    public bool HasExclusiveStore { get; init; }

    public Dictionary<string, string?> Settings { get; init; } = [];

    public string? ContentRoot { get; init; }

    public long MaxBody { get; init; } = LocalHostOptions.DefaultMaxRequestBodyBytes;

    public TimeSpan? HeadersTimeout { get; init; }

    public MinDataRate? MinDataRate { get; init; }

    public Action<IServiceCollection> Services { get; init; } = _ => { };
}

/// <summary>A host of a few functions, with a clock that stands until the test moves it.</summary>
public sealed class TestHost : IAsyncDisposable
{
    /// <summary>A killed host does not let go of its lease: the next one waits until it has run out.</summary>
    public static readonly TimeSpan LeaseRunsOut = TimeSpan.FromSeconds(31);

    private readonly IHost host;

    private TestHost(IHost host, HostPlan plan)
    {
        this.host = host;
        Plan = plan;
        Client = host.Services.GetRequiredService<LocalTaskHub>().Client;
        IdleDetector = host.Services.GetRequiredService<IdleDetector>();
    }

    public HostPlan Plan { get; }

    public FakeTimeProvider Clock => Plan.Clock;

    public DurableTaskClient Client { get; }

    public IdleDetector IdleDetector { get; }

    public IServiceProvider Services => host.Services;

    public HttpClient Http => new() { BaseAddress = new(Services.GetRequiredService<LocalHostAddress>().Url) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<TestHost> Start(params Type[] functions) => Start(new HostPlan(), functions);

    public static async Task<TestHost> Start(HostPlan plan, params Type[] functions)
    {
        IHost host = Build(plan, functions);
        await host.StartAsync(Cancel);
        return new(host, plan);
    }

    public static IHost Build(HostPlan plan, params Type[] functions)
    {
        LocalHostBuilder builder = new();
        builder.Use(options =>
        {
            options.OnlyTypes = functions;
            options.Url = "http://127.0.0.1:0";
            options.StorageTransport = plan.Transport;
            options.HasExclusiveStore = plan.HasExclusiveStore;

            // Where a test counts requests or breaks some, it is told about those alone that a step needs.
            options.VerifiesReplays = plan.Transport is null;
            options.MaxRequestBodyBytes = plan.MaxBody;
            options.HeadersTimeout = plan.HeadersTimeout ?? options.HeadersTimeout;
            options.MinDataRate = plan.MinDataRate ?? options.MinDataRate;
            options.ContentRoot = plan.ContentRoot ?? options.ContentRoot;
        });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(plan.Settings)
        {
            ["AzureWebJobsStorage"] = Storage.ConnectionString,
            ["AzureFunctionsJobHost:extensions:durableTask:hubName"] = plan.Hub,
        });
        builder.Services.AddSingleton<TimeProvider>(plan.Clock);
        plan.Services(builder.Services);
        return builder.Build();
    }

    /// <summary>Starts an orchestration and lets it run until nothing moves any more.</summary>
    public async Task<string> Run(string orchestrator, object? input = null)
    {
        string id = await Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, Cancel);
        await Still();
        return id;
    }

    public async Task Raise(string id, string name, object? payload = null)
    {
        await Client.RaiseEventAsync(id, name, payload, Cancel);
        await Still();
    }

    public Task Still() => IdleDetector.WhenIdle(Cancel);

    /// <summary>Time passes, and what falls due in it is done.</summary>
    public async Task Pass(TimeSpan span)
    {
        Clock.Advance(span);
        await Still();
    }

    public async Task<OrchestrationMetadata> See(string id) =>
        await Client.GetInstanceAsync(id, getInputsAndOutputs: true, Cancel)
            ?? throw new InvalidOperationException($"There is no instance '{id}'.");

    public Task Stop() => host.StopAsync(Cancel);

    /// <summary>The end without a drain: what runs is told to give up at once.</summary>
    public async Task Kill()
    {
        await host.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        host.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }
}
