using System.CommandLine;
using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Client.Answers;
using FollowUp.CommandLine.Terminal;
using FollowUp.Values;

namespace FollowUp.CommandLine.Commands;

/// <summary>
/// <c>followup import FILE</c>: a register file is stored; a spreadsheet goes into an agreement, once it was shown what each row becomes
/// and somebody said yes to that.
/// </summary>
internal static class ImportCommand
{
    private const string Json = ".json";

    public static Command Build(CommandHost host)
    {
        Command command = new("import", "A register file (.json), or a spreadsheet (.csv, .xlsx) into an agreement");
        Argument<string> file = new("FILE") { Description = "What to read" };
        SheetOptions sheet = SheetOptions.AddTo(command);
        Option<bool> yes = new("--yes") { Description = "Do what the preview shows, without a question" };
        Option<bool> dryRun = new("--dry-run") { Description = "Show the preview, and do nothing" };
        command.Add(file);
        command.Add(yes);
        command.Add(dryRun);
        return host.Run(command, (run, cancel) =>
        {
            string path = run.Value(file);
            bool isRegister = string.Equals(Path.GetExtension(path), Json, StringComparison.OrdinalIgnoreCase);
            return (isRegister, run.Value(dryRun)) switch
            {
                (true, true) => throw new UsageException($"A register file is tried out by followup what-if {path}."),
                (true, _) => Register(run, path, cancel),
                _ => new SheetImport(run, path, sheet.Of(run), run.Value(yes), run.Value(dryRun)).Run(cancel),
            };
        });
    }

    private static async Task<ExitCode> Register(CommandRun run, string path, CancellationToken cancel)
    {
        ReadOnlyMemory<byte> register = await LocalFile.Read(path, Limits.RegisterBytes, cancel);
        return await run.Show<RegisteredView>(Calls.Register(register), stored =>
        {
            run.Screen.ShowLine($"{stored.People} people, {stored.Calendars} calendars and {stored.Plans} plans are as in {path}");
            foreach (RegisteredAgreementView agreement in stored.Agreements)
            {
                run.Screen.ShowLine($"{agreement.Id} {(agreement.IsNew ? "is registered" : "was there already")}");
            }
        }, cancel);
    }
}
