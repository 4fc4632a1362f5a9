using System.CommandLine;
using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Client.Answers;

namespace FollowUp.CommandLine.Commands;

/// <summary><c>followup me</c>: as whom the server knows the caller.</summary>
internal static class MeCommand
{
    public static Command Build(CommandHost host) => host.Run(
        new("me", "As whom the server knows you, and what you are for the office"),
        (run, cancel) => run.Show<MeView>(Calls.Me, me => run.Screen.ShowLine(Sentence(me)), cancel));

    private static string Sentence(MeView me) => me switch
    {
        { Key: { } key } => $"the key {key}{Roles(me)}",
        { Address: { } address } => $"{address}, in the register {string.Join(", ", me.People.DefaultIfEmpty("nobody"))}{Roles(me)}",
        { Access: "open" } => "anyone: nobody signs in there, and this machine alone is served",
        _ => "nobody: sign in first",
    };

    private static string Roles(MeView me) => me.Roles.Count == 0 ? "" : $" ({string.Join(", ", me.Roles)})";
}
