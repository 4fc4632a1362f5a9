using System.CommandLine;
using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Client.Answers;
using FollowUp.CommandLine.Terminal;

namespace FollowUp.CommandLine.Commands;

/// <summary><c>followup timetable A/I</c>: who was told and who will be, when and why.</summary>
internal static class TimetableCommand
{
    public static Command Build(CommandHost host)
    {
        Command command = new("timetable", "Who was and will be told what about an item, when and why");
        Argument<string> item = ItemArgument.New();
        Option<string> dueOn = new("--due-on") { Description = "As it would be, were it due on this day", HelpName = "DAY" };
        command.Add(item);
        command.Add(dueOn);
        return host.Run(command, (run, cancel) => run.Show<TimetableView>(
            Calls.Timetable(run.Item(item), run.Value(dueOn)), found => NoticeTable.Of(found.Lines).ShowOn(run.Screen), cancel));
    }
}
