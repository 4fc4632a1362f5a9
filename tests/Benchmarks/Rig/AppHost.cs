using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Core.Pipeline;
using FollowUp.AzureEngine;
using FollowUp.Delivery;
using FollowUp.LocalHost.Hosting;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FollowUp.Benchmarks.Rig;

/// <summary>The whole app on its host, over a store, by a clock that can be put forward.</summary>
internal sealed class AppHost : IAsyncDisposable
{
    private readonly IHost host;

    private AppHost(Store store, AdjustableClock clock, EnginePlan? plan)
    {
        Clock = clock;
        Letters = new(clock);
        Traffic = new(store.Transport, clock);
        host = Build(store, plan);
    }

    public AdjustableClock Clock { get; }

    public CountingLetterChannel Letters { get; }

    public StoreTraffic Traffic { get; }

    public DurableTaskClient DurableTask => host.Services.GetRequiredService<LocalTaskHub>().Client;

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromMinutes(5) };

    /// <summary>All that goes to the store, its engine's included.</summary>
    public int Requests => Traffic.Requests + (Azure?.Requests ?? 0);

    /// <summary>Null where the engine is the host's own, whose requests are part of the traffic.</summary>
    public Engine? Azure => host.Services.GetService<Engine>();

    /// <param name="plan">Of Azure's engine; null for the host's own.</param>
    public static async Task<AppHost> Start(Store store, AdjustableClock clock, EnginePlan? plan = null)
    {
        AppHost app = new(store, clock, plan);
        await app.host.StartAsync();
        app.Http.BaseAddress = new(app.host.Services.GetRequiredService<LocalHostAddress>().Url);
        return app;
    }

    /// <summary>Completes when nothing is under way any more.</summary>
    public Task WaitUntilIdle() =>
        Azure?.WhenStill(CancellationToken.None) ?? host.Services.GetRequiredService<IdleDetector>().WhenIdle(CancellationToken.None);

    public async Task Post(string path, JsonObject body)
    {
        using HttpResponseMessage answer = await Http.PostAsJsonAsync(path, body);
        if (!answer.IsSuccessStatusCode)
        {
            string said = await answer.Content.ReadAsStringAsync();
            throw new InvalidOperationException($"POST {path} was answered with {(int)answer.StatusCode}: {said}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.StopAsync();
        host.Dispose();
    }

    private IHost Build(Store store, EnginePlan? plan)
    {
        LocalHostBuilder builder = new();
        builder.Configuration.AddInMemoryCollection(
            [new("AzureWebJobsStorage", store.Connection), new("Board:Url", "https://board.example/board/")]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services
            .AddSingleton<TimeProvider>(Clock).AddSingleton<ILetterChannel>(Letters).AddSingleton<HttpPipelineTransport>(Traffic);
        builder.Use(local =>
        {
            local.Functions = typeof(FollowUpServices).Assembly;
            local.Url = "http://127.0.0.1:0";
            local.StorageTransport = Traffic;
            local.HasExclusiveStore = store.IsOneProcess;
        });
        builder.Services.AddFollowUp(builder.Configuration);
        return (plan is null ? builder : builder.UseAzureEngine(plan)).Build();
    }
}
