using System.CommandLine;
using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Client.Answers;
using FollowUp.CommandLine.Terminal;

namespace FollowUp.CommandLine.Commands;

/// <summary><c>followup show A/I</c>: one item as it stands, and what its reader may do.</summary>
internal static class ShowCommand
{
    public static Command Build(CommandHost host)
    {
        Command command = new("show", "One item: how it stands, whose move it is, and what you may do");
        Argument<string> item = ItemArgument.New();
        command.Add(item);
        return host.Run(command, (run, cancel) => run.Show<ItemView>(
            Calls.Item(run.Item(item)), found => ItemSheet.ShowOn(run.Screen, found, run.Language), cancel));
    }
}
