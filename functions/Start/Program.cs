using System.Runtime.InteropServices;
using FollowUp.Start;
using FollowUp.Tables;
using Spectre.Console;

// Everything that is not the demo's answer goes to standard error, so that --json can be piped.
IAnsiConsole said = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
using CancellationTokenSource stopped = new();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    if (args is ["--help" or "-h"])
    {
        Console.WriteLine(Options.Usage);
        return 0;
    }

    Options options = Options.Parse(args);
    return options switch
    {
        { Backup: { } copy } => Backup.Run(options, copy, said),
        { IsRepair: true } => await Repair.Run(options, said, stopped.Token),
        { IsDemo: true } => await Rehearsal.Run(options, said, stopped.Token),
        _ => await Serving.Run(options, said, stopped.Token),
    };
}
catch (UsageException wrong)
{
    said.MarkupLineInterpolated($"[red]{wrong.Message}[/]");
    said.WriteLine(Options.Usage);
    return 2;
}
catch (Exception refused) when (refused is StoreFileException or NodeMissingException)
{
    said.MarkupLineInterpolated($"[red]{refused.Message}[/]");
    return 2;
}
catch (OperationCanceledException) when (stopped.IsCancellationRequested)
{
    return 0;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopped.Cancel();
}
