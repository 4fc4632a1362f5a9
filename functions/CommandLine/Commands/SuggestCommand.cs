using System.CommandLine;

namespace FollowUp.CommandLine.Commands;

/// <summary><c>followup suggest LINE</c>: what may follow a line that somebody has begun, a word a line; for scripts of shells.</summary>
internal static class SuggestCommand
{
    public static Command Build(CommandHost host)
    {
        Command command = new("suggest", "What may follow a line, for scripts of shells") { Hidden = true };
        Argument<string> line = new("LINE") { Description = "As far as the cursor" };
        command.Add(line);
        return host.Run(command, (run, _) =>
        {
            string begun = run.Value(line);
            string after = begun.StartsWith(CommandTree.Name, StringComparison.Ordinal)
                ? begun[CommandTree.Name.Length..].TrimStart() : begun;
            foreach (var found in CommandTree.Build(run.Environment).Parse(after).GetCompletions(after.Length))
            {
                run.Screen.ShowLine(found.Label);
            }

            return Task.FromResult(ExitCode.Done);
        });
    }
}
