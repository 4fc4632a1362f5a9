using Azure.Core.Pipeline;
using DurableTask.Core;
using FollowUp.Delivery;
using FollowUp.Lives;
using FollowUp.LocalHost.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FollowUp.AzureEngine.Tests.Rig;

/// <summary>The app on Azure's engine: its own tables where the test says, its task hub in Azurite.</summary>
/// <param name="begins">When it starts.</param>
/// <param name="tables">The app's tables; null for new ones in memory.</param>
/// <param name="steps">As <see cref="EnginePlan.Steps"/> says.</param>
public sealed class AzureUnderTest(
    DateTimeOffset begins, Func<TimeProvider, HttpPipelineTransport>? tables = null, Action<OrchestrationRuntimeState>? steps = null)
    : HostUnderTest(begins, tables)
{
    private readonly EnginePlan plan = Storage.NewHub() with { Steps = steps };
    private IHost? host;
    private HttpClient? http;

    public override HttpClient Http => http ?? throw new InvalidOperationException("No host runs.");

    public override DateTimeOffset? NextAlarm => Engine.NextAlarm;

    private Engine Engine => host!.Services.GetRequiredService<Engine>();

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

    public override Task WhenStill(CancellationToken cancel) => Engine.WhenStill(cancel);

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
        builder.Configuration.AddInMemoryCollection(AppSettings.All);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ILetterChannel>(Mailbox).AddSingleton<HttpPipelineTransport>(Tables);
        builder.Use(local => (local.Functions, local.Url) = (typeof(FollowUpServices).Assembly, "http://127.0.0.1:0"));
        builder.Services.AddFollowUp(builder.Configuration);
        return builder.UseAzureEngine(plan).Build();
    }
}
