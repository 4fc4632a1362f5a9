using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Hosting;

/// <summary>Every message that hosting logs.</summary>
internal static partial class HostLog
{
    [LoggerMessage(121, LogLevel.Error, "Function {Function} failed")]
    public static partial void FunctionFailed(this ILogger log, string function, Exception exception);

    [LoggerMessage(122, LogLevel.Information, "Functions served at {Url}: {Functions}")]
    public static partial void Serving(this ILogger log, string url, string functions);
}
