using System.CommandLine;
using System.Globalization;
using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Client.Answers;
using FollowUp.CommandLine.Terminal;

namespace FollowUp.CommandLine.Commands;

/// <summary><c>followup changes --since NEXT</c>: what happened in all agreements since somebody asked last.</summary>
internal static class ChangesCommand
{
    public static Command Build(CommandHost host)
    {
        Command command = new("changes", "What happened in all agreements since somebody asked last");
        Option<string> since = new("--since") { Description = "What the call before said that comes next", HelpName = "NEXT" };
        Option<string> limit = new("--limit") { Description = "At most so many, 1 to 200", HelpName = "N" };
        command.Add(since);
        command.Add(limit);
        return host.Run(command, (run, cancel) => run.Show<ChangesView>(
            Calls.Changes(run.Value(since), run.Value(limit)), found => Show(run, found), cancel));
    }

    private static void Show(CommandRun run, ChangesView found)
    {
        TextTable table = new("when (UTC)", "item", "event", "by", "now", "entry");
        foreach (EventView one in found.Events)
        {
            EventDataView data = one.Data;
            table.Add(
                Moments.Utc(one.Time), data.Item is { } item ? $"{data.Agreement}/{item}" : data.Agreement, data.Event, data.By, data.State,
                data.Seq.ToString(CultureInfo.InvariantCulture));
        }

        table.ShowOn(run.Screen);
        run.Screen.ShowLine($"{(found.More ? "There is more: " : "")}followup changes --since {found.Next}");
    }
}
