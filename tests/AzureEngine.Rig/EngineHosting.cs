using FollowUp.LocalHost.Engine;
using FollowUp.LocalHost.Hosting;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FollowUp.AzureEngine;

/// <summary>Puts Azure's engine into a host.</summary>
public static class EngineHosting
{
    /// <summary>
    /// The functions are found and bound by the local host, which serves their HTTP and their timers; orchestrations and activities run on
    /// Azure's engine. The host's services have the <see cref="Engine"/>.
    /// </summary>
    public static LocalHostBuilder UseAzureEngine(this LocalHostBuilder builder, EnginePlan plan)
    {
        builder.Services.AddSingleton(provider => new Engine(
            plan,
            provider.GetRequiredService<FunctionRegistry>(),
            provider.GetRequiredService<DataConverter>(),
            provider.GetRequiredService<InFlightWork>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Engine>());
        return builder.Use(options => options.ExternalEngine = provider => provider.GetRequiredService<Engine>().Client);
    }
}
