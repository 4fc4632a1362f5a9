using System.CommandLine;
using System.Globalization;
using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Client.Answers;
using FollowUp.CommandLine.Terminal;

namespace FollowUp.CommandLine.Commands;

/// <summary><c>followup report A…</c>: how agreements stand, for the next meeting; on the screen, or as a file.</summary>
internal static class ReportCommand
{
    private static readonly string[] Formats = ["json", "html", "docx"];

    public static Command Build(CommandHost host)
    {
        Command command = new("report", "How agreements stand, for the next meeting: on the screen, or as HTML or DOCX in a file");
        Argument<string[]> agreements = new("AGREEMENT") { Description = "Which agreements, by id", Arity = ArgumentArity.OneOrMore };
        Option<string> asOf = new("--as-of") { Description = "At this instant (now unless told)", HelpName = "INSTANT" };
        Option<string> since = new("--since") { Description = "With what happened since then: the --as-of before", HelpName = "INSTANT" };
        Option<string> next = new("--next-meeting") { Description = "With what is due by then", HelpName = "DAY" };
        Option<string> languages = new("--languages") { Description = "One or two, side by side, as zh,ru", HelpName = "LANGUAGES" };
        DownloadOptions file = DownloadOptions.AddTo(command, Formats);
        command.Add(agreements);
        foreach (Option<string> option in new[] { asOf, since, next, languages })
        {
            command.Add(option);
        }

        return host.Run(command, async (run, cancel) =>
        {
            string? format = file.Format(run);
            ApiCall call = Calls.Report(
                run.Value(agreements), new("asOf", run.Value(asOf)), new("since", run.Value(since)), new("nextMeeting", run.Value(next)),
                new("languages", run.Value(languages)), new("format", format));
            return format is null
                ? await run.Show<ReportView>(call, found => Show(run, found), cancel)
                : await file.Save(run, await run.Send(call, cancel), cancel);
        });
    }

    private static void Show(CommandRun run, ReportView found)
    {
        foreach (AgreementReportView agreement in found.Agreements)
        {
            run.Screen.ShowLine($"{agreement.Agreement}: {agreement.Title.TextIn(run.Language)}, {Moments.Utc(found.AsOf)}");
            TextTable figures = new([.. agreement.Figures.Select(figure => figure.Code)]);
            figures.Add([.. agreement.Figures.Select(figure => new Cell(figure.Count.ToString(CultureInfo.InvariantCulture)))]);
            figures.ShowOn(run.Screen);
            TextTable items = new("stands", "item", "title");
            foreach ((ReportSectionView section, ReportItemView item) in
                agreement.Sections.SelectMany(section => section.Items.Select(item => (section, item))))
            {
                items.Add(section.Code, item.Item, item.Title.TextIn(run.Language));
            }

            items.ShowOn(run.Screen);
        }
    }
}
