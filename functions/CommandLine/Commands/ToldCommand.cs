using System.CommandLine;
using System.Globalization;
using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Client.Answers;
using FollowUp.CommandLine.Terminal;

namespace FollowUp.CommandLine.Commands;

/// <summary><c>followup told PERSON --on DAY</c>: whether somebody was told something that day, and what seals it.</summary>
internal static class ToldCommand
{
    public static Command Build(CommandHost host)
    {
        Command command = new("told", "Whether somebody was told something on a day: when, where, and what seals it; or why not");
        Argument<string> person = new("PERSON") { Description = "Who, by id" };
        Option<string> on = new("--on") { Description = "The day, by their own clock", HelpName = "DAY", Required = true };
        Option<string> agreement = new("--agreement") { Description = "Only of this agreement", HelpName = "AGREEMENT" };
        Option<string> item = new("--item") { Description = "Only of the item with this id", HelpName = "ITEM" };
        command.Add(person);
        command.Add(on);
        command.Add(agreement);
        command.Add(item);
        return host.Run(command, (run, cancel) => run.Show<ToldView>(
            Calls.Told(
                run.Value(person), new("on", run.Value(on)), new("agreement", run.Value(agreement)), new("item", run.Value(item))),
            found => Show(run, found), cancel));
    }

    private static void Show(CommandRun run, ToldView found)
    {
        run.Screen.ShowLine($"{found.Person} was {(found.Told ? "told" : "told nothing")} on {found.On} ({found.TimeZone})");
        TextTable table = new("answer", "item", "notice", "when (UTC)", "address", "Message-ID", "sealed by", "why");
        foreach (ToldNoticeView one in found.Notices)
        {
            ToldLineView notice = one.Notice;
            table.Add(
                one.Answer, $"{one.Agreement}/{notice.Item}", $"{notice.Ladder}/{notice.Rung}", Moments.Utc(notice.At), notice.Address,
                notice.MessageId, one.SealedBy is { } seal ? string.Create(CultureInfo.InvariantCulture, $"entry {seal.Seq}") : null,
                notice.Why);
        }

        table.ShowOn(run.Screen);
    }
}
