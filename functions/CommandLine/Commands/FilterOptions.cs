using System.CommandLine;
using FollowUp.CommandLine.Client;

namespace FollowUp.CommandLine.Commands;

/// <summary>The options of a table of filters, as a command takes them.</summary>
internal sealed class FilterOptions
{
    private readonly IReadOnlyList<(ItemFilter Filter, Option<string> Option)> all;

    private FilterOptions(IReadOnlyList<(ItemFilter, Option<string>)> all) => this.all = all;

    public static FilterOptions AddTo(Command command, params IEnumerable<ItemFilter> filters)
    {
        FilterOptions made = new([.. filters.Select(filter => (filter, OptionOf(filter)))]);
        foreach ((_, Option<string> option) in made.all)
        {
            command.Add(option);
        }

        return made;
    }

    /// <summary>As the address has them; those that were left out have no value.</summary>
    public IEnumerable<QueryValue> Of(CommandRun run) => all.Select(one => new QueryValue(one.Filter.Query, run.Value(one.Option)));

    private static Option<string> OptionOf(ItemFilter filter)
    {
        Option<string> option = new($"--{filter.Name}") { Description = $"Those {filter.Says}", HelpName = filter.Name.ToUpperInvariant() };
        if (filter.Words.Count > 0)
        {
            option.HelpName = null;
            _ = option.AcceptOnlyFromAmong([.. filter.Words]);
        }

        return option;
    }
}
