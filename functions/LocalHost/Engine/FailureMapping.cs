using DurableTask.Core;
using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask;

namespace FollowUp.LocalHost.Engine;

/// <summary>
/// Maps failures between their three forms: exceptions, the failure details of the SDK, and those that histories store. Each text is cut to
/// <see cref="HubLimits.FailureTextMax"/> characters, so that an endless message does not fill a history.
/// </summary>
internal static class FailureMapping
{
    /// <summary>Unlike the SDK's own mapping, it keeps the cause of a failed task.</summary>
    public static TaskFailureDetails ToFailure(this Exception exception)
    {
        TaskFailureDetails? inner = exception is TaskFailedException failed ? failed.FailureDetails : exception.InnerException?.ToFailure();
        return new(exception.GetType().FullName!, Cut(exception.Message)!, Cut(exception.StackTrace), inner, Properties: null);
    }

    public static TaskFailureDetails ToFailure(this FailureDetails core) =>
        new(core.ErrorType, Cut(core.ErrorMessage)!, Cut(core.StackTrace), core.InnerFailure?.ToFailure(), core.Properties);

    /// <summary>A missing function is not retried: it will be missing at the next attempt too.</summary>
    public static FailureDetails ToCore(this TaskFailureDetails failure) => new(
        failure.ErrorType,
        failure.ErrorMessage,
        failure.StackTrace,
        failure.InnerFailure?.ToCore(),
        isNonRetriable: failure.ErrorType == typeof(FunctionNotFoundException).FullName,
        failure.Properties);

    private static string? Cut(string? text) => text?.Length > HubLimits.FailureTextMax ? text[..HubLimits.FailureTextMax] : text;
}
