using System.Text.RegularExpressions;
using Azure.Data.Tables;
using FollowUp.Journal;
using FollowUp.Sweeps.Rig;

namespace FollowUp.Sweeps.Findings;

/// <summary>All rows of the agreements and of the reference data, without what differs between two runs that came to the same.</summary>
public static partial class Written
{
    private static readonly string[] Kept = ["Agreements", "People", "Plans", "Calendars"];

    private static readonly string[] OfThisWrite = ["odata.etag", "Timestamp", "PartitionKey", "RowKey", "Op", "JournalHash"];

    /// <summary>A run takes less; moments after that are the plan's, and the same in every run.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromHours(2);

    public static async Task<IReadOnlyList<string>> Of(Stage stage)
    {
        List<string> lines = [];
        foreach (string table in Kept)
        {
            // The pulse says nothing; what lies beside it says how the mail is, until the next letter: a host that is killed leaves it to
            // that one.
            lines.AddRange((await stage.All(table)).Where(row => row.PartitionKey != "~pulse").Select(row => Line(table, row, stage)));
        }

        return lines;
    }

    private static string Line(string table, TableEntity row, Stage stage)
    {
        if (row.RowKey.StartsWith("journal|", StringComparison.Ordinal))
        {
            // Two that happened at once may be told in either order.
            Entry entry = Ledgers.Read<Entry>(row);
            return $"journal of {entry.Agreement}: {entry.Event} {entry.Item} by {entry.By}: {Timeless(entry.Text ?? "", stage)}";
        }

        IEnumerable<string> properties = row.Where(property => !OfThisWrite.Contains(property.Key))
            .OrderBy(property => property.Key, StringComparer.Ordinal)
            .Select(property =>
                $"{property.Key}={Timeless(Convert.ToString(property.Value, System.Globalization.CultureInfo.InvariantCulture)!, stage)}");
        return $"{table} {row.PartitionKey} {row.RowKey}: {string.Join(' ', properties)}";
    }

    private static string Timeless(string text, Stage stage) =>
        OfTheMinute().Replace(
            Slot().Replace(Instant().Replace(text, found => IsOfTheRun(found.Value, stage) ? "@" : found.Value), "@"), "@");

    private static bool IsOfTheRun(string instant, Stage stage) =>
        DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture) is var at && at >= stage.At
            && at < stage.At + LongestRun;

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")]
    private static partial Regex Instant();

    /// <summary>
    /// A clock that comes a minute later has a letter of its own, with links signed in that minute, so in other words; that it came once
    /// is looked at elsewhere.
    /// </summary>
    [GeneratedRegex(@"(?<=""(?:messageId|textDigest)"":"")[^""]+(?="")")]
    private static partial Regex OfTheMinute();

    [GeneratedRegex(@"(?<="")\d{12}(?="")")]
    private static partial Regex Slot();
}
