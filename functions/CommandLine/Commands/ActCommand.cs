using System.CommandLine;
using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Client.Answers;
using FollowUp.CommandLine.Terminal;

namespace FollowUp.CommandLine.Commands;

/// <summary><c>followup act A/I VERB</c>: does something with an item; each verb of the table is a command of its own.</summary>
internal static class ActCommand
{
    /// <summary>No server takes more; what this one takes, it says itself.</summary>
    private const int FileBytesMax = 100 << 20;

    public static Command Build(CommandHost host)
    {
        Command command = new("act", "Does something with an item, as followup act talks/lists sign --by wang");
        Argument<string> item = ItemArgument.New();
        command.Add(item);
        foreach (ItemVerb verb in ItemVerbs.All)
        {
            command.Add(Of(verb, item, host));
        }

        return command;
    }

    private static Command Of(ItemVerb verb, Argument<string> item, CommandHost host)
    {
        Command command = new(verb.Name, verb.Does);
        Option<string> by = new("--by") { Description = "In whose name, by id; yours where you are signed in", HelpName = "PERSON" };
        Option<string> ifMatch = new("--if-match") { Description = "Only while it is as it was read, by its ETag", HelpName = "ETAG" };
        IReadOnlyList<(VerbField Field, Option<string> Option)> fields = [.. verb.Fields.Select(field => (field, OptionOf(field)))];
        command.Add(by);
        foreach ((_, Option<string> option) in fields)
        {
            command.Add(option);
        }

        command.Add(ifMatch);
        return host.Run(command, (run, cancel) =>
        {
            Dictionary<string, string> given = fields
                .Select(one => (one.Field.Name, Value: run.Value(one.Option)))
                .Where(one => one.Value is not null).ToDictionary(one => one.Name, one => one.Value!);
            return Act(run, verb, run.Item(item), run.Value(by), given, run.Value(ifMatch), cancel);
        });
    }

    private static async Task<ExitCode> Act(
        CommandRun run, ItemVerb verb, ItemAddress item, string? by, Dictionary<string, string> given, string? ifMatch,
        CancellationToken cancel)
    {
        if (verb.Faults(given) is { Count: > 0 } faults)
        {
            throw new UsageException(string.Join('\n', faults.Select(fault => $"--{fault}")));
        }

        ApiCall call = verb.File is { } file
            ? await HandIn(item, by, given[file.Name], cancel)
            : verb.Call(item, by, given, verb.NeedsItem(given) ? (await run.Send(Calls.Item(item), cancel)).Read<ItemView>() : null);
        try
        {
            return await run.Show<ItemView>(call with { IfMatch = ifMatch }, changed => Show(run, changed), cancel);
        }
        catch (RefusedException refused) when (refused.Answer.Problem?.Errors is { Count: > 0 })
        {
            throw new RefusedException(refused.Answer, refused.Answer.Problem.TextNaming(verb.OptionFor));
        }
    }

    private static async Task<ApiCall> HandIn(ItemAddress item, string? by, string path, CancellationToken cancel) =>
        Calls.HandIn(item, by, Path.GetFileName(path), await LocalFile.Read(path, FileBytesMax, cancel));

    private static void Show(CommandRun run, ItemView changed) =>
        run.Screen.ShowLine($"{changed.Agreement}/{changed.Id} is {changed.State}, due {changed.DueOn}{Next(changed)}");

    private static string Next(ItemView changed) =>
        ItemTable.Step(changed.NextActions) is { Length: > 0 } step ? $"; it waits for {step}" : "";

    private static Option<string> OptionOf(VerbField field)
    {
        Option<string> option = new($"--{field.Name}")
        {
            Description = field.Says,
            Required = !field.IsOptional && field.FromItem is null,
            HelpName = field.IsDay ? "DAY"
                : field.IsFile ? "FILE"
                : field.IsNumber ? "N"
                : field.Words.Count > 0 ? null
                : "TEXT",
        };
        return field.Words.Count > 0 ? option.AcceptOnlyFromAmong([.. field.Words]) : option;
    }
}
