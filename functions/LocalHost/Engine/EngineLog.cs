using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Engine;

/// <summary>Every message that the engine logs. Method names are event names, which log filters may use: they stay.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(101, LogLevel.Information, "Host {Host} is the active one of hub {Hub}: {Due} instances have work now")]
    public static partial void Active(this ILogger log, string host, string hub, int due);

    [LoggerMessage(102, LogLevel.Information, "Host {Host} stands by: another is the active one of hub {Hub}")]
    public static partial void StandingBy(this ILogger log, string host, string hub);

    [LoggerMessage(103, LogLevel.Warning, "Host {Host} is no longer the active one of hub {Hub}")]
    public static partial void LeaseLost(this ILogger log, string host, string hub);

    [LoggerMessage(104, LogLevel.Warning, "Heartbeat failed; the next one tries again")]
    public static partial void HeartbeatFailed(this ILogger log, Exception exception);

    [LoggerMessage(105, LogLevel.Information, "Orchestration '{Instance}' ({Name}) ended: {Status}")]
    public static partial void Ended(this ILogger log, string instance, string name, string status);

    [LoggerMessage(106, LogLevel.Warning, "Orchestration '{Instance}' ({Name}) failed: {Failure}")]
    public static partial void Failed(this ILogger log, string instance, string name, string failure);

    [LoggerMessage(107, LogLevel.Warning, "Activity '{Activity}' of '{Instance}' failed")]
    public static partial void ActivityFailed(this ILogger log, string activity, string instance, Exception exception);

    [LoggerMessage(108, LogLevel.Error, "A step of '{Instance}' could not be stored; it is tried again in {Pause}")]
    public static partial void StepFailed(this ILogger log, string instance, TimeSpan pause, Exception exception);

    [LoggerMessage(110, LogLevel.Error, "The alarms of waiting instances could not be read; tried again in {Pause}")]
    public static partial void AlarmsUnread(this ILogger log, TimeSpan pause, Exception exception);

    [LoggerMessage(111, LogLevel.Warning, "The lease could not be let go of: another host has to wait {Lifetime} for it")]
    public static partial void LeaseNotReleased(this ILogger log, TimeSpan lifetime, Exception exception);

    [LoggerMessage(112, LogLevel.Error,
        "Orchestration '{Instance}' ({Name}) neither waits for anything nor has it ended: "
        + "its code awaited something that is not a task of its context, and stays there for ever")]
    public static partial void WaitsForNothing(this ILogger log, string instance, string name);

    [LoggerMessage(109, LogLevel.Information, "'{Instance}' is missing or has ended: what it was told is dropped")]
    public static partial void NobodyToTell(this ILogger log, string instance);
}
