using FollowUp.LocalHost.Engine;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Hosting;

/// <summary>Binds timer functions to their schedules.</summary>
internal static class TimerBinding
{
    /// <param name="mayRunAnywhere">Else it runs on the active host only.</param>
    public static TimerFunction Bind(FunctionMethod method, IServiceProvider services, bool mayRunAnywhere)
    {
        TimerTriggerAttribute trigger = (TimerTriggerAttribute)method.Trigger;
        if (method.TriggerParameter.ParameterType != typeof(TimerInfo))
        {
            throw method.Unbindable($"its trigger parameter '{method.TriggerParameter.Name}' must be a {nameof(TimerInfo)}.");
        }

        BoundFunction function = new(
            method, services, parameter => parameter == method.TriggerParameter ? invocation => invocation.Trigger : null);
        HubEngine engine = services.GetRequiredService<HubEngine>();
        return new(
            function,
            ScheduleOf(method, trigger, services.GetRequiredService<IConfiguration>()),
            trigger.RunOnStartup,
            () => mayRunAnywhere || engine.IsActive,
            engine.Time,
            engine.Work,
            services.GetRequiredService<ILoggerFactory>().CreateLogger($"Function.{method.Name}"));
    }

    private static TimerSchedule ScheduleOf(FunctionMethod method, TimerTriggerAttribute trigger, IConfiguration settings)
    {
        try
        {
            return TimerSchedule.Parse(HostJson.ResolveSettings(trigger.Schedule, settings));
        }
        catch (Exception failure) when (failure is FormatException or OverflowException or InvalidOperationException)
        {
            throw method.Unbindable($"its schedule '{trigger.Schedule}' cannot be followed: {failure.Message}", failure);
        }
    }
}
