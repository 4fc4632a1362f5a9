using Azure.Core.Pipeline;
using FollowUp.Delivery;
using FollowUp.LocalHost.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FollowUp.Lives;

/// <summary>The app on LocalHost, its task hub in the same tables.</summary>
/// <param name="begins">When it starts.</param>
/// <param name="tables">The tables that it finds; null for none.</param>
/// <param name="settings">Beside <see cref="AppSettings"/>.</param>
public sealed class LocalHostUnderTest(
    DateTimeOffset begins, Func<TimeProvider, HttpPipelineTransport>? tables = null, IReadOnlyDictionary<string, string?>? settings = null)
    : HostUnderTest(begins, tables)
{
    private IHost? host;
    private HttpClient? http;

    public override HttpClient Http => http ?? throw new InvalidOperationException("No host runs.");

    public override DateTimeOffset? NextAlarm => IdleDetector.NextAlarm;

    private IdleDetector IdleDetector => host!.Services.GetRequiredService<IdleDetector>();

    public override async Task Start(CancellationToken cancel)
    {
        host = Build();
        await host.StartAsync(cancel);
        http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress =
            new(host.Services.GetRequiredService<LocalHostAddress>().Url)
        };
    }

    public override async Task Stop(CancellationToken cancel)
    {
        http?.Dispose();
        http = null;
        await host!.StopAsync(cancel);
        host.Dispose();
        host = null;
    }

    public override Task WhenStill(CancellationToken cancel) => IdleDetector.WhenIdle(cancel);

    public override async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await Stop(CancellationToken.None);
        }
    }

    private IHost Build()
    {
        LocalHostBuilder builder = new();
        _ = builder.Configuration.AddInMemoryCollection(AppSettings.All)
            .AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        _ = builder.Logging.ClearProviders();
        _ = builder.Services.AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ILetterChannel>(Mailbox).AddSingleton<HttpPipelineTransport>(Tables);
        _ = builder.Use(local =>
        {
            local.Functions = typeof(FollowUpServices).Assembly;
            local.Url = "http://127.0.0.1:0";
            local.StorageTransport = Tables;
        });
        _ = builder.Services.AddFollowUp(builder.Configuration);
        return builder.Build();
    }
}
