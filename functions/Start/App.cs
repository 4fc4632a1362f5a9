using Azure.Core.Pipeline;
using FollowUp.LocalHost.Hosting;
using FollowUp.Start.SignIn;
using FollowUp.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace FollowUp.Start;

/// <summary>The app on LocalHost, with a clock of one's choice.</summary>
internal static class App
{
    /// <summary>Of a run that is for itself, like a demo or a test: with these settings alone.</summary>
    /// <param name="transport">
    /// Carries the requests to tables that no other process has; null for HTTP, and tables that anybody may have.
    /// </param>
    public static IHost Build(
        TimeProvider clock, string url, string tables, string letters, LogLevel level, HttpPipelineTransport? transport = null)
    {
        LocalHostBuilder builder = new();

        // What is set on this machine is meant for a real office: a demo must never write into its store, nor send mail in its name.
        builder.Configuration.Sources.Clear();
        _ = builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = tables,
            ["Letters:Folder"] = letters,
            ["Board:Url"] = BoardAt(url),
            ["Links:Key"] = LinkKeyFile.Ensure(Path.GetDirectoryName(letters)!),
        });
        return Build(builder, clock, url, level, transport);
    }

    /// <summary>With what is set in the builder, and nothing else.</summary>
    public static IHost Build(LocalHostBuilder builder, TimeProvider clock, string url, LogLevel level, HttpPipelineTransport? transport)
    {
        AddLog(builder.Logging, level);
        _ = builder.Services.AddSingleton(clock);
        _ = builder.Use(host =>
        {
            host.Functions = typeof(FollowUpServices).Assembly;
            host.Url = url;
            host.StorageTransport = transport;
            host.HasExclusiveStore = transport is not null;
        });
        if (transport is not null)
        {
            _ = builder.Services.AddSingleton(transport);
        }

        _ = builder.Services.AddFollowUp(builder.Configuration).AddFollowUpTelemetry(builder.Configuration);
        Sessions.Add(builder);
        IHost app = builder.Build();
        if (transport is SqliteTables file)
        {
            ILogger log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SqliteTables).FullName!);
            file.Damaged = damage => log.StoreDamaged(damage.Message);
        }

        return app;
    }

    /// <summary>The board of a host that listens there, as a browser on this machine reaches it.</summary>
    public static string BoardAt(string url) => new Listening(url).Board;

    private static void AddLog(ILoggingBuilder logging, LogLevel level)
    {
        // A host that does not start throws why, and whoever started it says so: once.
        _ = logging.AddFilter(null, level).AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
            .AddConsoleFormatter<PlainLogFormatter, ConsoleFormatterOptions>()
            .AddConsole(console =>
                (console.LogToStandardErrorThreshold, console.FormatterName) = (LogLevel.Trace, PlainLogFormatter.Format));
    }
}
