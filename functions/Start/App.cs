using Azure.Core.Pipeline;
using FollowUp.LocalHost.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FollowUp.Start;

/// <summary>The app on the local runtime, with a clock of one's choice.</summary>
internal static class App
{
    /// <param name="transport">Carries the requests to tables that no other process has; null for HTTP, and tables that anybody may have.</param>
    public static IHost Build(TimeProvider clock, string url, string tables, string letters, LogLevel level, HttpPipelineTransport? transport = null)
    {
        LocalHostBuilder builder = new();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = tables,
            ["Letters:Folder"] = letters,
            ["Board:Url"] = $"{url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}/board/",
        });
        _ = builder.Logging.AddFilter(null, level).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        _ = builder.Services.AddSingleton(clock);
        _ = builder.Use(host =>
        {
            host.Functions = typeof(FollowUpServices).Assembly;
            host.Url = url;
            host.StorageTransport = transport;
            host.HasStoreToItself = transport is not null;
        });
        if (transport is not null)
        {
            _ = builder.Services.AddSingleton(transport);
        }

        _ = builder.Services.AddFollowUp(builder.Configuration).AddFollowUpTelemetry(builder.Configuration);
        return builder.Build();
    }
}
