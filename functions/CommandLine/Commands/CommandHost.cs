using System.CommandLine;
using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Terminal;

namespace FollowUp.CommandLine.Commands;

/// <summary>The one place where what goes wrong becomes a word on standard error, and an exit code.</summary>
internal sealed class CommandHost(GlobalOptions globals, CommandEnvironment environment)
{
    /// <summary>Has a command do something.</summary>
    public Command Run(Command command, Func<CommandRun, CancellationToken, Task<ExitCode>> act)
    {
        command.SetAction(async (parsed, cancel) =>
        {
            using CommandRun run = new(parsed, globals, environment);
            return (int)await Run(run, act, cancel);
        });
        return command;
    }

    private static async Task<ExitCode> Run(
        CommandRun run, Func<CommandRun, CancellationToken, Task<ExitCode>> act, CancellationToken cancel)
    {
        try
        {
            return await act(run, cancel);
        }
        catch (RefusedException refused)
        {
            return Refuse(run, refused);
        }
        catch (UsageException wrong)
        {
            run.Screen.SayWrong(wrong.Message);
            return ExitCode.Usage;
        }
        catch (UnreachableException silent)
        {
            run.Screen.SayWrong(silent.Message);
            return ExitCode.Unreachable;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (IOException unwritten)
        {
            // Whoever read what was piped has closed it, or a disk is full.
            run.Screen.SayWrong($"What there is to say cannot be written: {unwritten.Message}");
            return ExitCode.Usage;
        }
    }

    private static ExitCode Refuse(CommandRun run, RefusedException refused)
    {
        if (run.IsJson && refused.Answer.Problem is not null)
        {
            run.Screen.Write(refused.Answer.Body);
        }

        run.Screen.SayWrong(refused.Message);
        return ExitCode.Refused;
    }
}
