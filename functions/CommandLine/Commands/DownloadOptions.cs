using System.CommandLine;
using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Terminal;

namespace FollowUp.CommandLine.Commands;

/// <summary>In which form something is had, and into which file; piped, it goes to standard output as it came.</summary>
internal sealed class DownloadOptions
{
    /// <summary>Nothing that a screen can show.</summary>
    private static readonly string[] Packed = ["xlsx", "docx"];

    private readonly Option<string> output = new("--output", "-o")
    {
        Description = "Into this file; its ending says the format",
        HelpName = "FILE",
    };

    private readonly Option<string> format = new("--format") { Description = "In this format" };
    private readonly string[] formats;

    private DownloadOptions(string[] formats)
    {
        this.formats = formats;
        _ = format.AcceptOnlyFromAmong(formats);
    }

    public static DownloadOptions AddTo(Command command, string[] formats)
    {
        DownloadOptions made = new(formats);
        command.Add(made.output);
        command.Add(made.format);
        return made;
    }

    /// <returns>Null where it is to be shown, or written as JSON.</returns>
    /// <exception cref="UsageException">It cannot be shown where it would go.</exception>
    public string? Format(CommandRun run)
    {
        string ending = Path.GetExtension(run.Value(output) ?? "").TrimStart('.').ToLowerInvariant();
        string? wanted = run.Value(format) ?? (formats.Contains(ending) ? ending : null);
        if (run.IsJson && wanted is not (null or "json"))
        {
            throw new UsageException($"--json and {wanted} ask for two things: leave one out.");
        }

        if (run.Value(output) is { } path)
        {
            return wanted ?? throw new UsageException($"{path} does not say the format: end it in {Endings()}, or name one with --format.");
        }

        return Packed.Contains(wanted) && run.Environment.IsOutTerminal
            ? throw new UsageException($"A screen cannot show {wanted}: name a file with --output.")
            : wanted == "json" ? null : wanted;
    }

    public async Task<ExitCode> Save(CommandRun run, ServerAnswer answer, CancellationToken cancel)
    {
        if (run.Value(output) is { } path)
        {
            await LocalFile.Write(path, answer.Body, cancel);
            run.Screen.Say($"{path}: {answer.Body.Length} bytes");
        }
        else if (run.Environment.IsOutTerminal)
        {
            run.Screen.ShowText(answer.Body.Span);
        }
        else
        {
            run.Environment.Out.Write(answer.Body.Span);
            run.Environment.Out.Flush();
        }

        return ExitCode.Done;
    }

    private string Endings() => string.Join(", ", formats.Select(one => $".{one}"));
}
