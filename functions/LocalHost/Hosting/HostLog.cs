using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Hosting;

/// <summary>Every message that hosting logs.</summary>
internal static partial class HostLog
{
    [LoggerMessage(201, LogLevel.Error, "Function {Function} failed")]
    public static partial void FunctionFailed(this ILogger log, string function, Exception exception);

    [LoggerMessage(202, LogLevel.Information, "Functions served at {Url}: {Functions}")]
    public static partial void Serving(this ILogger log, string url, string functions);
}
