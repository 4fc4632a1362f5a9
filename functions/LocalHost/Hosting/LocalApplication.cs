using System.Reflection;
using Azure.Data.Tables;
using Azure.Identity;
using FollowUp.LocalHost.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Hosting;

/// <summary>Builds the host: the services of the app and of this host, and the functions with their triggers.</summary>
internal static class LocalApplication
{
    private const string StorageSetting = "AzureWebJobsStorage";
    private const string AddressSetting = "AzureWebJobsStorage:tableServiceUri";

    public static WebApplicationBuilder NewBuilder(string[] args)
    {
        WebApplicationBuilder web = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // Settings do not change while it runs, and some machines allow few file watchers.
            // Nor does a variable that is meant for others let a caller say where they come from, or refuse what the app would answer.
            Args = ["--hostBuilder:reloadConfigOnChange=false", "--ForwardedHeaders_Enabled=false", "--AllowedHosts=*", .. args],
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT"),
        });
        web.Configuration.AddLocalSettings(AppContext.BaseDirectory);
        return web;
    }

    public static IHost Build(LocalHostOptions options, WebApplicationBuilder web)
    {
        IReadOnlyList<FunctionMethod> functions = FunctionFinder.Find(options);
        HostJson hostJson = new(options.ContentRoot, web.Configuration);
        AddServices(web, options, hostJson);
        web.WebHost.UseUrls(options.Url);
        web.WebHost.ConfigureKestrel(kestrel => Limit(kestrel, options));

        WebApplication app = web.Build();
        options.BeforeFunctions?.Invoke(app);
        Bind(app, functions, options, hostJson.RoutePrefix);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            app.Services.GetRequiredService<LocalHostAddress>().Url = app.Urls.First();
            app.Logger.Serving(app.Urls.First(), string.Join(", ", functions.Select(function => function.Name)));
        });
        return app;
    }

    private static void Limit(KestrelServerOptions kestrel, LocalHostOptions options)
    {
        // Which server it is helps nobody who means well.
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.MaxRequestBodyBytes;
        kestrel.Limits.RequestHeadersTimeout = options.HeadersTimeout;
        kestrel.Limits.MinRequestBodyDataRate = options.MinDataRate;
        kestrel.Limits.MinResponseDataRate = options.MinDataRate;
    }

    private static void AddServices(WebApplicationBuilder web, LocalHostOptions options, HostJson hostJson)
    {
        IServiceCollection services = web.Services;
        // The slim host leaves out the route constraints that need regular expressions.
        services.AddRouting();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<InFlightWork>();
        services.AddSingleton<FunctionRegistry>();
        services.AddSingleton<DataConverter>(JsonDataConverter.Default);
        services.AddSingleton(provider => new HubEngine(
            TableOf(hostJson.Hub.HubName, provider.GetRequiredService<IConfiguration>(), options),
            provider.GetRequiredService<FunctionRegistry>(),
            provider.GetRequiredService<DataConverter>(),
            provider.GetRequiredService<ILoggerFactory>(),
            hostJson.Hub with { IsOnlyHost = options.HasExclusiveStore, VerifiesReplays = options.VerifiesReplays },
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<InFlightWork>()));
        services.AddSingleton<HubClient>();
        services.AddSingleton(provider =>
            new LocalTaskHub(options.ExternalEngine?.Invoke(provider) ?? provider.GetRequiredService<HubClient>()));
        services.AddSingleton(provider => new IdleDetector(
            provider.GetRequiredService<InFlightWork>(), provider.GetRequiredService<HubEngine>()));
        services.AddSingleton<LocalHostAddress>();
        services.AddSingleton<BoundApp>();
        services.AddHostedService<EngineService>();
    }

    /// <summary>By a connection string, or at an address with this program's own identity, as the host on Azure takes it.</summary>
    internal static TableClient TableOf(string hub, IConfiguration settings, LocalHostOptions options)
    {
        TableClientOptions client = new()
        {
            // Short: a request that fails is retried with its step, one that hangs blocks it.
            Retry = { NetworkTimeout = TimeSpan.FromSeconds(10), MaxRetries = 4 },
            Diagnostics = { IsLoggingEnabled = false, IsDistributedTracingEnabled = false },
        };
        if (options.StorageTransport is { } transport)
        {
            client.Transport = transport;
        }

        return settings[StorageSetting] is { Length: > 0 } connection ? new(connection, hub, client)
            : settings[AddressSetting] is { Length: > 0 } address ? new(new Uri(address), hub, Identity(settings), client)
            : throw new SettingException(
                $"{StorageSetting} must be a connection string, or {AddressSetting} the address of the hub's tables.");
    }

    private static DefaultAzureCredential Identity(IConfiguration settings) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = settings["AZURE_CLIENT_ID"] });

    private static void Bind(WebApplication app, IReadOnlyList<FunctionMethod> functions, LocalHostOptions options, string routePrefix)
    {
        IServiceProvider services = app.Services;
        BoundApp bound = services.GetRequiredService<BoundApp>();
        DurableBinding durable = ActivatorUtilities.CreateInstance<DurableBinding>(services);
        foreach (FunctionMethod function in functions)
        {
            bound.NeedsEngine |= options.ExternalEngine is null && NeedsEngine(function);
            switch (function.Trigger)
            {
                case HttpTriggerAttribute:
                    HttpFunctions.Map(app, function, routePrefix);
                    break;
                case TimerTriggerAttribute:
                    bound.Timers.Add(TimerBinding.Bind(function, services, mayRunAnywhere: options.ExternalEngine is not null));
                    break;
                case OrchestrationTriggerAttribute:
                    durable.AddOrchestrator(function);
                    break;
                case ActivityTriggerAttribute:
                    durable.AddActivity(function);
                    break;
                default:
                    throw function.Unbindable($"this host knows no trigger {function.Trigger.GetType().Name}.");
            }
        }
    }

    private static bool NeedsEngine(FunctionMethod function) => function.Trigger is not HttpTriggerAttribute
        || function.Parameters.Any(parameter => parameter.GetCustomAttribute<DurableClientAttribute>() is not null);
}
