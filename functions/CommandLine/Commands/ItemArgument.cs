using System.CommandLine;
using FollowUp.CommandLine.Client;

namespace FollowUp.CommandLine.Commands;

/// <summary>An item, as commands are given it.</summary>
internal static class ItemArgument
{
    public static Argument<string> New() => new("AGREEMENT/ITEM") { Description = "Which item, like talks/lists" };

    /// <exception cref="UsageException">It is no item's address.</exception>
    public static ItemAddress Item(this CommandRun run, Argument<string> argument) => ItemAddress.Parse(run.Value(argument));
}
