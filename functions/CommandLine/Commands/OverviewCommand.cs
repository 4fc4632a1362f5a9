using System.CommandLine;
using System.Globalization;
using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Client.Answers;
using FollowUp.CommandLine.Terminal;

namespace FollowUp.CommandLine.Commands;

/// <summary><c>followup overview</c>: how many items stand where, and whose step is waited for.</summary>
internal static class OverviewCommand
{
    public static Command Build(CommandHost host)
    {
        Command command = new("overview", "How many items stand where, by section, agreement and whose step it is");
        FilterOptions filters = FilterOptions.AddTo(command, ItemFilters.Narrowing);
        return host.Run(command, (run, cancel) => run.Show<OverviewView>(
            Calls.Overview(filters.Of(run)), found => Show(run, found), cancel));
    }

    private static void Show(CommandRun run, OverviewView found)
    {
        TextTable sections = new("section", "items");
        foreach (SectionView section in found.Sections)
        {
            sections.Add(section.Section, Number(section.Count));
        }

        TextTable agreements = new("agreement", "title", "late", "open", "closed");
        foreach (AgreementCountView one in found.Agreements)
        {
            agreements.Add(one.Id, one.Title.TextIn(run.Language), Number(one.Late), Number(one.Open), Number(one.Closed));
        }

        TextTable waits = new("waits for", "items");
        foreach (WaitView wait in found.Waits)
        {
            waits.Add(wait.Who ?? "the other side", Number(wait.Count));
        }

        sections.ShowOn(run.Screen);
        agreements.ShowOn(run.Screen);
        waits.ShowOn(run.Screen);
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
