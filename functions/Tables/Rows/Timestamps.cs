using System.Globalization;

namespace FollowUp.Tables.Rows;

/// <summary>Timestamps as the service writes and reads them.</summary>
internal static class Timestamps
{
    /// <summary>What the service calls out of range below: the first year of FILETIME.</summary>
    public static readonly DateTime Earliest = new(1601, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>Opaque to callers, but of Azure's form: code that parses it breaks here as it would there.</summary>
    public static string ETag(DateTime moment) =>
        string.Create(CultureInfo.InvariantCulture, $"W/\"datetime'{moment:yyyy-MM-dd'T'HH'%3A'mm'%3A'ss.fffffff'Z'}'\"");

    public static string Text(DateTime moment) => moment.ToString(Form, CultureInfo.InvariantCulture);

    public static DateTime Parse(string text) =>
        DateTime.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out DateTime moment)
            ? moment
            : throw new RefusedException(Refusal.InvalidInput);
}
