using System.CommandLine;
using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Client.Answers;
using FollowUp.CommandLine.Terminal;

namespace FollowUp.CommandLine.Commands;

/// <summary><c>followup list</c>: items across agreements, a page or all of them.</summary>
internal static class ListCommand
{
    /// <summary>As most lists are looked at: what needs somebody comes first.</summary>
    private const string Sort = "urgency";

    private const string Page = "50";

    public static Command Build(CommandHost host)
    {
        Command command = new("list", "Items across agreements, the most urgent first");
        FilterOptions filters = FilterOptions.AddTo(command, [.. ItemFilters.Narrowing, .. ItemFilters.Ordering]);
        Option<string> limit = new("--limit") { Description = $"How many a page has ({Page} unless told)", HelpName = "N" };
        Option<string> cursor = new("--cursor") { Description = "The page after one that was shown", HelpName = "CURSOR" };
        Option<bool> all = new("--all") { Description = "Page after page; with --json, each on a line of its own" };
        command.Add(limit);
        command.Add(cursor);
        command.Add(all);
        return host.Run(command, (run, cancel) =>
        {
            List<QueryValue> options = [.. filters.Of(run).Where(option => option.Value is not null)];
            if (!options.Exists(option => option.Name == "sort"))
            {
                options.Add(new("sort", Sort));
            }

            options.Add(new("language", run.AskedLanguage));
            options.Add(new("limit", run.Value(limit) ?? Page));
            return List(run, options, run.Value(cursor), run.Value(all), cancel);
        });
    }

    private static async Task<ExitCode> List(
        CommandRun run, IReadOnlyList<QueryValue> options, string? cursor, bool isAll, CancellationToken cancel)
    {
        List<ItemView> items = [];
        do
        {
            ServerAnswer answer = await run.Send(Calls.Items([.. options, new("cursor", cursor)]), cancel);
            ItemsView page = answer.Read<ItemsView>();
            if (run.IsJson)
            {
                run.Screen.Write(answer.Body);
            }

            items.AddRange(page.Items);
            cursor = page.Next;
        }
        while (isAll && cursor is not null);
        if (!run.IsJson)
        {
            ItemTable.Of(items, run.Language).ShowOn(run.Screen);
            run.Screen.Say(cursor is null ? $"{items.Count} items" : $"{items.Count} items, and more: --all, or --cursor {cursor}");
        }

        return ExitCode.Done;
    }
}
