using System.Runtime.InteropServices;
using FollowUp.LocalHost.Hosting;
using FollowUp.Start;
using FollowUp.Tables;
using Spectre.Console;

// Everything that is not the demo's answer goes to standard error, so that --json can be piped.
IAnsiConsole said = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
if (Console.IsErrorRedirected)
{
    // A sentence stays one line where no window folds it.
    said.Profile.Width = 100_000;
}

// Not disposed of: a signal may come while it ends.
CancellationTokenSource stopped = new();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using PosixSignalRegistration hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
Proxies.LeaveOutThisMachine();
try
{
    if (Arguments.AskForHelp(args))
    {
        Console.WriteLine(Usage.Text);
        return 0;
    }

    Options options = Options.Parse(args);
    return options switch
    {
        { Backup: { } copy } => BackupCommand.Run(options, copy, said),
        { IsMove: true } => await MoveCommand.Run(options, said, TimeProvider.System, stopped.Token),
        { IsRepair: true } => await RepairCommand.Run(options, said, stopped.Token),
        { IsDemo: true } => await DemoCommand.Run(options, said, stopped.Token),
        _ => await new ServeCommand(options, said).Run(stopped.Token),
    };
}
catch (Exception refused)
    when (refused is UsageException or StoreFileException or NodeMissingException or SettingException or FunctionCannotBeBoundException)
{
    return Refuse(refused.Message);
}
catch (OperationCanceledException) when (stopped.IsCancellationRequested)
{
    return 0;
}
catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
{
    return Refuse(
        $"What there is to say cannot be written, or a file not be read: {DiskTrouble.Words(unwritten)}. Mend that and start again.");
}

int Refuse(string why)
{
    try
    {
        said.MarkupLineInterpolated($"[red]{why}[/]");
    }
    catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
    {
        // Nobody can be told where nothing can be written; the code says it.
    }

    return 2;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopped.Cancel();
}
