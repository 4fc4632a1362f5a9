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
sealed class App : IAsyncDisposable
{
    readonly IHost host;

    App(Store store, RunningClock clock, EnginePlan? plan)
    {
        Clock = clock;
        Letters = new(clock);
        Traffic = new(store.Transport, clock);
        host = Build(store, plan);
    }

    public RunningClock Clock { get; }

    public LetterBox Letters { get; }

    public Traffic Traffic { get; }

    public DurableTaskClient Clocks => host.Services.GetRequiredService<LocalTaskHub>().Client;

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromMinutes(5) };

    /// <summary>All that goes to the store, its engine's included.</summary>
    public int Requests => Traffic.Requests + (Azure?.Requests ?? 0);

    /// <summary>Null where the engine is the host's own, whose requests are part of the traffic.</summary>
    Engine? Azure => host.Services.GetService<Engine>();

    /// <param name="plan">Of Azure's engine; null for the host's own.</param>
    public static async Task<App> Start(Store store, RunningClock clock, EnginePlan? plan = null)
    {
        App app = new(store, clock, plan);
        await app.host.StartAsync();
        app.Http.BaseAddress = new(app.host.Services.GetRequiredService<LocalHostAddress>().Url);
        return app;
    }

    /// <summary>Completes when nothing is under way any more.</summary>
    public Task Still() =>
        Azure?.WhenStill(CancellationToken.None) ?? host.Services.GetRequiredService<Stillness>().WhenStill(CancellationToken.None);

    public async Task Post(string path, JsonObject body)
    {
        using HttpResponseMessage answer = await Http.PostAsJsonAsync(path, body);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"POST {path} was answered with {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.StopAsync();
        host.Dispose();
    }

    IHost Build(Store store, EnginePlan? plan)
    {
        LocalHostBuilder builder = new();
        builder.Configuration.AddInMemoryCollection([new("AzureWebJobsStorage", store.Connection), new("Board:Url", "https://board.example/board/")]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton<ILetterChannel>(Letters).AddSingleton<HttpPipelineTransport>(Traffic);
        builder.Use(local =>
        {
            local.Functions = typeof(FollowUpServices).Assembly;
            local.Url = "http://127.0.0.1:0";
            local.StorageTransport = Traffic;
            local.HasStoreToItself = store.IsOneProcess;
        });
        builder.Services.AddFollowUp(builder.Configuration);
        return (plan is null ? builder : builder.UseAzureEngine(plan)).Build();
    }
}
