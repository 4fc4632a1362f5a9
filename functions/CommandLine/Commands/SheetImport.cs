using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Client.Answers;
using FollowUp.CommandLine.Terminal;

namespace FollowUp.CommandLine.Commands;

/// <summary>A spreadsheet on its way into an agreement: shown first, then done with the token of what was shown, or not at all.</summary>
internal sealed class SheetImport(
    CommandRun run, string path, (string? Agreement, IReadOnlyList<QueryValue> Options) sheet, bool isDecided, bool isDryRun)
{
    /// <summary>What the API takes.</summary>
    private const int BytesMax = 2 << 20;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = "text/csv",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };

    public async Task<ExitCode> Run(CancellationToken cancel)
    {
        (string agreement, string type) = Demand();
        ReadOnlyMemory<byte> file = await LocalFile.Read(path, BytesMax, cancel);
        DemandAnAnswer();
        ServerAnswer preview = await run.Send(Calls.Import(agreement, file, type, sheet.Options), cancel);
        ImportView shown = preview.Read<ImportView>();
        bool isLast = isDryRun || !shown.IsSound;
        if (!run.IsJson || isLast)
        {
            run.Show<ImportView>(preview, Show);
        }

        if (!shown.IsSound)
        {
            run.Screen.SayWrong("Nothing was stored: mend the rows that are refused, and import the file again.");
            return ExitCode.Refused;
        }

        if (isLast)
        {
            return ExitCode.Done;
        }

        if (!isDecided && !run.Screen.Ask($"Into {agreement}: {ImportTable.Sum(shown)}. Do it?"))
        {
            run.Screen.Say("Nothing was stored.");
            return ExitCode.Undecided;
        }

        QueryValue[] options = [.. sheet.Options, new("preview", shown.Preview)];
        return await run.Show<ImportView>(
            Calls.Import(agreement, file, type, options), done => run.Screen.ShowLine($"Done: {ImportTable.Sum(done)}"), cancel);
    }

    private (string Agreement, string Type) Demand()
    {
        if (!Types.TryGetValue(Path.GetExtension(path), out string? type))
        {
            throw new UsageException($"{path} is neither a register (.json) nor a spreadsheet (.csv, .xlsx).");
        }

        if (sheet.Agreement is null)
        {
            throw new UsageException("--into must name the agreement that the rows go into.");
        }

        return (sheet.Agreement, type);
    }

    /// <summary>Before anything is sent, and after what is wrong with the file was said.</summary>
    private void DemandAnAnswer()
    {
        if (!isDecided && !isDryRun && !run.Environment.HasReader)
        {
            throw new UsageException("Nobody can be asked here: --yes does what the preview shows, --dry-run only shows it.");
        }
    }

    private void Show(ImportView shown)
    {
        ImportTable.Of(shown, run.Language).ShowOn(run.Screen);
        foreach (ProblemFault fault in shown.Faults)
        {
            run.Screen.SayWrong($"{fault.Field}: {fault.Detail}");
        }

        if (shown.PassedOver.Count > 0)
        {
            run.Screen.Warn($"Not read: {string.Join(", ", shown.PassedOver)}");
        }

        run.Screen.Say(ImportTable.Sum(shown));
    }
}
