using Microsoft.Extensions.Logging;

namespace FollowUp.Start;

/// <summary>What the start program says to operators while the app runs.</summary>
internal static partial class StartLog
{
    [LoggerMessage(131, LogLevel.Critical, "{Damage} Until then it is read as far as it can be, and nothing is written.")]
    public static partial void StoreDamaged(this ILogger log, string damage);
}
