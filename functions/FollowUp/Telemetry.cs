using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry;

namespace FollowUp;

/// <summary>
/// What operators see from outside: spans of functions, log records and <see cref="Metrics"/>, sent where a setting says so. They carry
/// ids, never an address or a text.
/// </summary>
public static class Telemetry
{
    /// <summary>A collector that speaks OTLP; the other <c>OTEL_…</c> settings say how it is spoken to.</summary>
    public const string CollectorSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Application Insights, as the platform names it.</summary>
    public const string MonitorSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>
    /// <c>Authorization=AAD</c>, with <c>ClientId=…</c> for an identity that was assigned by the user; unset for a resource that takes its
    /// key.
    /// </summary>
    public const string MonitorIdentitySetting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>
    /// Whatever speaks of every request and every step: at Information it costs a third of the worker's time, and tells what was asked for.
    /// Our own categories are not among them.
    /// </summary>
    private static readonly string[] Noise = ["Azure", "DurableTask", "Function", "Microsoft", "System"];

    /// <summary>
    /// Lets the noise be heard from warnings on. Settings (<c>Logging:LogLevel:Microsoft</c>) and other code have the last word, whenever
    /// they are given.
    /// </summary>
    public static ILoggingBuilder AddQuietDefaults(this ILoggingBuilder logging)
    {
        IConfigureOptions<LoggerFilterOptions> first = new ConfigureOptions<LoggerFilterOptions>(Quieten);
        logging.Services.Insert(0, ServiceDescriptor.Singleton(first));
        return logging;
    }

    /// <summary>Nothing at all where neither setting is set.</summary>
    /// <exception cref="InvalidOperationException">The setting of the identity cannot be followed.</exception>
    public static IServiceCollection AddFollowUpTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        (bool hasCollector, string? monitor) = (settings[CollectorSetting] is { Length: > 0 }, settings[MonitorSetting]);
        if (!hasCollector && string.IsNullOrEmpty(monitor))
        {
            return services;
        }

        IOpenTelemetryBuilder telemetry = services.AddOpenTelemetry().UseFunctionsWorkerDefaults()
            .WithMetrics(metrics => metrics.AddMeter(Metrics.MeterName));
        if (!string.IsNullOrEmpty(monitor))
        {
            TokenCredential? identity = Identity(settings[MonitorIdentitySetting]);
            _ = telemetry.UseAzureMonitorExporter(options =>
            {
                (options.ConnectionString, options.Credential) = (monitor, identity);

                // By default five traces a second are kept, and the logs of these alone: a burst of letters would hide sweeps and alarms.
                (options.TracesPerSecond, options.SamplingRatio) = (null, 1);
            });
        }

        if (hasCollector)
        {
            _ = telemetry.UseOtlpExporter();
        }

        return services;
    }

    private static void Quieten(LoggerFilterOptions filters)
    {
        foreach (string category in Noise)
        {
            _ = filters.AddFilter(category, LogLevel.Warning);
        }
    }

    private static ManagedIdentityCredential? Identity(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return null;
        }

        ManagedIdentityId id = ManagedIdentityId.SystemAssigned;
        bool isMeant = false;
        foreach (string part in setting.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            (id, isMeant) = part.Split('=', 2, StringSplitOptions.TrimEntries) switch
            {
                ["Authorization", "AAD"] => (id, true),
                ["ClientId", { Length: > 0 } client] => (ManagedIdentityId.FromUserAssignedClientId(client), isMeant),
                _ => throw Unfollowable(),
            };
        }

        return isMeant ? new(id) : throw Unfollowable();
    }

    private static InvalidOperationException Unfollowable() =>
        new($"{MonitorIdentitySetting} must be Authorization=AAD, with ClientId=… where the identity is not the app's own.");
}
