using System.Text;
using System.Text.Json.Nodes;
using Azure.Core.Pipeline;
using FollowUp.Delivery;
using FollowUp.LocalHost.Hosting;
using FollowUp.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FollowUp.Tests.Rig;

/// <summary>The app with its telemetry on, over tables in memory, on the day of signature.</summary>
internal sealed class WatchedApp : IAsyncDisposable
{
    private readonly FakeTimeProvider clock = new(Town.Moment("2020-05-11 10:00").ToUniversalTime());
    private readonly HttpClient http = new();
    private readonly IHost host;

    private WatchedApp(Dictionary<string, string?> settings)
    {
        InMemoryTables tables = new(clock);
        LocalHostBuilder builder = new();
        _ = builder.Configuration.AddInMemoryCollection(settings)
            .AddInMemoryCollection([new("AzureWebJobsStorage", InMemoryTables.ConnectionString)]);
        _ = builder.Logging.ClearProviders().AddQuietDefaults();
        _ = builder.Services.AddSingleton<TimeProvider>(clock)
            .AddSingleton<HttpPipelineTransport>(tables)
            .AddSingleton<ILetterChannel>(new Mailbox(clock));
        _ = builder.Use(local =>
        {
            local.Functions = typeof(FollowUpServices).Assembly;
            local.Url = "http://127.0.0.1:0";
            local.StorageTransport = tables;
            local.HasExclusiveStore = true;
        });
        _ = builder.Services.AddFollowUp(builder.Configuration).AddFollowUpTelemetry(builder.Configuration);
        host = builder.Build();
    }

    private IdleDetector IdleDetector => host.Services.GetRequiredService<IdleDetector>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<WatchedApp> Start(params (string Name, string Value)[] settings)
    {
        WatchedApp app = new(settings.ToDictionary(setting => setting.Name, string? (setting) => setting.Value));
        await app.host.StartAsync(Cancel);
        app.http.BaseAddress = new(app.host.Services.GetRequiredService<LocalHostAddress>().Url);
        return app;
    }

    /// <summary>A call, as a part of somebody's trace.</summary>
    public async Task<int> Call(string method, string path, JsonNode? body, string trace, string? link = null)
    {
        using HttpRequestMessage request = new(new(method), path);
        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        request.Headers.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-01");
        if (link is not null)
        {
            request.Headers.Add(Links.Header, link);
        }

        using HttpResponseMessage answer = await http.SendAsync(request, Cancel);
        await Still();
        return (int)answer.StatusCode;
    }

    public async Task Live(TimeSpan span)
    {
        DateTimeOffset end = clock.GetUtcNow() + span;
        for (IdleDetector detector = IdleDetector; detector.NextAlarm is { } next && next <= end; await Still())
        {
            clock.SetUtcNow(next.ToUniversalTime());
        }
    }

    /// <summary>Everything that was measured so far is with the collector.</summary>
    public void Flush()
    {
        host.Services.GetRequiredService<TracerProvider>().ForceFlush().Should().BeTrue();
        host.Services.GetRequiredService<LoggerProvider>().ForceFlush().Should().BeTrue();
        host.Services.GetRequiredService<MeterProvider>().ForceFlush().Should().BeTrue();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }

    private Task Still() => IdleDetector.WhenIdle(Cancel);
}
