using System.Globalization;

namespace FollowUp.CommandLine.Terminal;

/// <summary>Instants as they are shown: in UTC, since a list has people of several zones.</summary>
internal static class Moments
{
    public static string Utc(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "";
}
