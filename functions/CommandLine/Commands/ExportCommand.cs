using System.CommandLine;
using System.Text.Json.Nodes;
using FollowUp.CommandLine.Client;

namespace FollowUp.CommandLine.Commands;

/// <summary><c>followup export …</c>: items, people, an agreement's ledger, journal or proof, as a file.</summary>
internal static class ExportCommand
{
    private static readonly string[] Sheets = ["csv", "xlsx", "json"];

    private static readonly (string What, string Says)[] OfAgreements =
        [("ledger", "Every notice of an agreement's items"), ("journal", "What happened to an agreement, each entry sealed")];

    public static Command Build(CommandHost host)
    {
        Command command = new("export", "Items, people, a ledger, a journal or a proof, as a file");
        command.Add(Items(host));
        command.Add(Sheet(new("people", "Everybody in the register"), null, host));
        foreach ((string what, string says) in OfAgreements)
        {
            command.Add(Sheet(new(what, says), new("AGREEMENT") { Description = "Of which agreement, by id" }, host));
        }

        command.Add(Proof(host));
        return command;
    }

    private static Command Items(CommandHost host)
    {
        Command command = new("items", "Items, in the columns that an import takes back");
        FilterOptions filters = FilterOptions.AddTo(command, ItemFilters.Narrowing);
        DownloadOptions file = DownloadOptions.AddTo(command, Sheets);
        return host.Run(command, (run, cancel) => Download(run, file, "items", null, filters.Of(run), cancel));
    }

    private static Command Sheet(Command command, Argument<string>? agreement, CommandHost host)
    {
        if (agreement is not null)
        {
            command.Add(agreement);
        }

        DownloadOptions file = DownloadOptions.AddTo(command, Sheets);
        return host.Run(command, (run, cancel) =>
            Download(run, file, command.Name, agreement is null ? null : run.Value(agreement), [], cancel));
    }

    private static Command Proof(CommandHost host)
    {
        Command command = new("proof", "An agreement's journal and ledger, to be checked without a server: followup verify FILE");
        Argument<string> agreement = new("AGREEMENT") { Description = "Of which agreement, by id" };
        DownloadOptions file = DownloadOptions.AddTo(command, ["json"]);
        command.Add(agreement);
        return host.Run(command, async (run, cancel) =>
        {
            string? format = file.Format(run);
            ServerAnswer proof = await run.Send(Calls.Proof(run.Value(agreement)), cancel);
            return await Deliver(run, file, format, proof, cancel);
        });
    }

    private static async Task<ExitCode> Download(
        CommandRun run, DownloadOptions file, string what, string? agreement, IEnumerable<QueryValue> filters, CancellationToken cancel)
    {
        string? format = file.Format(run);
        ApiCall call = Calls.Export(
            what, agreement, [.. filters, new("format", format), new("language", format is null or "json" ? null : run.Language)]);
        return await Deliver(run, file, format, await run.Send(call, cancel), cancel);
    }

    /// <summary>JSON goes to the screen as JSON does.</summary>
    private static async Task<ExitCode> Deliver(
        CommandRun run, DownloadOptions file, string? format, ServerAnswer answer, CancellationToken cancel)
    {
        if (format is not null)
        {
            return await file.Save(run, answer, cancel);
        }

        _ = answer.Read<JsonNode>();
        run.Screen.Write(answer.Body);
        return ExitCode.Done;
    }
}
