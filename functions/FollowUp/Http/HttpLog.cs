using Microsoft.Extensions.Logging;

namespace FollowUp.Http;

/// <summary>What is said to operators of calls.</summary>
internal static partial class HttpLog
{
    [LoggerMessage(401, LogLevel.Error, "{Method} {Path} failed, and was answered with 500 as {Id}")]
    public static partial void CallFailed(this ILogger log, string method, string path, string id, Exception failure);
}
