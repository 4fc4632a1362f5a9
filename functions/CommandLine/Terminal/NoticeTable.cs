using System.Globalization;
using FollowUp.CommandLine.Client.Answers;
using Spectre.Console;

namespace FollowUp.CommandLine.Terminal;

/// <summary>Notices by moment: who was told, will be, or was not, and why.</summary>
internal static class NoticeTable
{
    public static TextTable Of(IEnumerable<NoticeView> lines)
    {
        TextTable table = new("when (UTC)", "state", "to", "notice", "why");
        foreach (NoticeView line in lines)
        {
            table.Add(
                Moments.Utc(line.At ?? line.DueAt ?? line.Planned), new Cell(line.State, ColorOf(line.State)), Receiver(line), Name(line),
                string.Join("; ", new[] { line.Why, line.Explanation, line.Held, line.Trace }.Where(text => !string.IsNullOrEmpty(text))));
        }

        return table;
    }

    /// <summary>What would be gained, lost and moved.</summary>
    public static TextTable Of(IEnumerable<ChangeView> changes)
    {
        TextTable table = new("item", "change", "when (UTC)", "to", "notice", "why");
        foreach ((ChangeView item, NoticeChangeView change) in changes.SelectMany(item => item.Changes.Select(change => (item, change))))
        {
            string when = change.Was is { } was ? $"{Moments.Utc(was)} → {Moments.Utc(change.Planned)}" : Moments.Utc(change.Planned);
            table.Add(
                $"{item.Agreement}/{item.Item}", change.Change, when, change.ReceivedBy, $"{change.Ladder}/{change.Rung}", change.Trace);
        }

        return table;
    }

    private static string Receiver(NoticeView line) =>
        line.SentTo is { } other && other != line.To ? $"{other} (for {line.To})" : line.To;

    private static string Name(NoticeView line) => line.Occurrence == 0
        ? $"{line.Ladder}/{line.Rung}"
        : string.Create(CultureInfo.InvariantCulture, $"{line.Ladder}/{line.Rung} #{line.Occurrence}");

    private static Color? ColorOf(string state) => state switch
    {
        "sent" => Color.Green,
        "failed" => Color.Red,
        "skipped" or "superseded" => Color.Grey,
        _ => null,
    };
}
