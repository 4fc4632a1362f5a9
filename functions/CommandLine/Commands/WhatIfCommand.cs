using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Client.Answers;
using FollowUp.CommandLine.Terminal;
using FollowUp.Values;

namespace FollowUp.CommandLine.Commands;

/// <summary><c>followup what-if</c>: what a file or an absence would bring. Nothing is stored.</summary>
internal static class WhatIfCommand
{
    public static Command Build(CommandHost host)
    {
        Command command = new("what-if", "What a register, plan, calendar, person, item or absence would bring; nothing is stored");
        Argument<string?> file = new("FILE") { Description = "What to try out, as JSON", Arity = ArgumentArity.ZeroOrOne };
        Option<string> into = new("--into") { Description = "The file is an item, and would go in there", HelpName = "AGREEMENT" };
        Option<string> agreement = new("--agreement") { Description = "Only what it would change there", HelpName = "AGREEMENT" };
        AbsenceOptions absence = AbsenceOptions.AddTo(command);
        command.Add(file);
        command.Add(into);
        command.Add(agreement);
        return host.Run(command, async (run, cancel) =>
        {
            ApiCall call = (run.Optional(file), run.Value(into), absence.Of(run)) switch
            {
                ({ } path, { } item, null) => Calls.PreviewItem(item, await LocalFile.Read(path, Limits.BodyBytes, cancel)),
                ({ } path, null, null) => Try(HypotheticalFile.AsRegister(await LocalFile.Read(path, Limits.RegisterBytes, cancel), path)),
                (null, null, { } away) => Try(await AsRegister(run, away, cancel)),
                _ => throw new UsageException("Give either a FILE, or --absent PERSON with --from and --to."),
            };
            return await run.Show<DryRunView>(call, found => Show(run, found), cancel);

            ApiCall Try(JsonObject register) =>
                Calls.DryRun(JsonSerializer.SerializeToUtf8Bytes(register), new QueryValue("agreement", run.Value(agreement)));
        });
    }

    private static async Task<JsonObject> AsRegister(CommandRun run, Absence away, CancellationToken cancel) =>
        (await run.Send(Calls.Person(away.Person), cancel)).Read<JsonNode>() is JsonObject person
            ? HypotheticalFile.With(away, person)
            : throw new UnreachableException("What answered is not FollowUp; is --server right?");

    private static void Show(CommandRun run, DryRunView found)
    {
        foreach (DryRunItemView item in found.Items)
        {
            run.Screen.ShowLine($"{item.Agreement}/{item.Item}: {item.Title.TextIn(run.Language)}");
            NoticeTable.Of(item.Lines).ShowOn(run.Screen);
            foreach (string warning in item.Warnings)
            {
                run.Screen.Warn(warning);
            }
        }

        if (found.Changes.Count > 0)
        {
            NoticeTable.Of(found.Changes).ShowOn(run.Screen);
        }

        (int gained, int lost, int moved) = found.Changes.Aggregate(
            (0, 0, 0), (sum, one) => (sum.Item1 + one.Gained, sum.Item2 + one.Lost, sum.Item3 + one.Moved));
        run.Screen.Say($"Nothing was stored. Of what runs: {gained} notices more, {lost} less, {moved} at another moment.");
    }
}
