using System.CommandLine;
using FollowUp.CommandLine.Client;

namespace FollowUp.CommandLine.Commands;

/// <summary>How a spreadsheet is to be read, and into what.</summary>
internal sealed class SheetOptions
{
    private readonly Option<string> into = new("--into") { Description = "The agreement that its rows go into", HelpName = "AGREEMENT" };

    private readonly Option<string> by = new("--by") { Description = "In whose name, by id", HelpName = "PERSON" };

    private readonly Option<string[]> column = new("--column")
    {
        Description = "What a field is called in the file, as owner=Zuständig; may be repeated",
        HelpName = "FIELD=TITLE",
    };

    private readonly Option<string[]> every = new("--every")
    {
        Description = "What holds for every row, as kind=visit; may be repeated",
        HelpName = "FIELD=VALUE",
    };

    private readonly Option<string> dateOrder = new("--date-order") { Description = "How 03/04/2020 is meant" };

    private readonly Option<string> encoding = new("--encoding") { Description = "Of a text, where it cannot be told", HelpName = "NAME" };

    private SheetOptions() => dateOrder.AcceptOnlyFromAmong("dmy", "mdy");

    public static SheetOptions AddTo(Command command)
    {
        SheetOptions made = new();
        foreach (Option option in new Option[] { made.into, made.by, made.column, made.every, made.dateOrder, made.encoding })
        {
            command.Add(option);
        }

        return made;
    }

    /// <returns>The agreement, null where none is named, and the options of the address.</returns>
    /// <exception cref="UsageException">One has no <c>=</c>.</exception>
    public (string? Agreement, IReadOnlyList<QueryValue> Options) Of(CommandRun run) => (run.Value(into),
    [
        new("by", run.Value(by)),
        new("dateOrder", run.Value(dateOrder)),
        new("encoding", run.Value(encoding)),
        new("language", run.AskedLanguage),
        .. Pairs(run, column, "column"),
        .. Pairs(run, every, "every"),
    ]);

    private static IEnumerable<QueryValue> Pairs(CommandRun run, Option<string[]> option, string prefix) =>
        (run.Value(option) ?? []).Select(pair => pair.Split('=', 2) is [{ Length: > 0 } field, var value]
            ? new QueryValue($"{prefix}.{field}", value)
            : throw new UsageException($"--{prefix} must be like {option.HelpName}, not {pair}."));
}
