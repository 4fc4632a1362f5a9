using DurableTask.Core;
using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask;

namespace FollowUp.LocalHost.Engine;

/// <summary>
/// FailureMapping in the three forms that they have: thrown, as code reads them, and as histories keep them. They become part of a history, which an
/// endless message must not fill: of each text <see cref="HubLimits.FailureTextMax"/> characters are kept.
/// </summary>
internal static class FailureMapping
{
    /// <summary>Unlike the SDK's own, with what the failure of a task was caused by.</summary>
    public static TaskFailureDetails ToFailure(this Exception exception)
    {
        TaskFailureDetails? inner = exception is TaskFailedException failed ? failed.FailureDetails : exception.InnerException?.ToFailure();
        return new(exception.GetType().FullName!, Cut(exception.Message)!, Cut(exception.StackTrace), inner, Properties: null);
    }

    public static TaskFailureDetails ToFailure(this FailureDetails core) =>
        new(core.ErrorType, Cut(core.ErrorMessage)!, Cut(core.StackTrace), core.InnerFailure?.ToFailure(), core.Properties);

    /// <summary>A function that does not exist will not exist at the next attempt either.</summary>
    public static FailureDetails ToCore(this TaskFailureDetails failure) => new(
        failure.ErrorType,
        failure.ErrorMessage,
        failure.StackTrace,
        failure.InnerFailure?.ToCore(),
        isNonRetriable: failure.ErrorType == typeof(FunctionNotFoundException).FullName,
        failure.Properties);

    private static string? Cut(string? text) => text?.Length > HubLimits.FailureTextMax ? text[..HubLimits.FailureTextMax] : text;
}
