using System.CommandLine;
using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Client.Answers;
using FollowUp.CommandLine.Terminal;
using FollowUp.Values;

namespace FollowUp.CommandLine.Commands;

/// <summary><c>followup add A FILE</c>: one more item of an agreement.</summary>
internal static class AddCommand
{
    public static Command Build(CommandHost host)
    {
        Command command = new("add", "Adds one item to an agreement; followup what-if FILE --into AGREEMENT shows it first");
        Argument<string> agreement = new("AGREEMENT") { Description = "Which agreement, by id" };
        Argument<string> file = new("FILE") { Description = "The item, as JSON" };
        command.Add(agreement);
        command.Add(file);
        return host.Run(command, async (run, cancel) =>
        {
            ReadOnlyMemory<byte> item = await LocalFile.Read(run.Value(file), Limits.BodyBytes, cancel);
            return await run.Show<ItemView>(
                Calls.Add(run.Value(agreement), item), added => ItemSheet.ShowOn(run.Screen, added, run.Language), cancel);
        });
    }
}
