using System.Text;
using FollowUp.CommandLine.Client;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FollowUp.CommandLine.Terminal;

/// <summary>
/// Where commands show what they found. What was asked for goes to standard output, what is said about it to standard error; a text of
/// others is never markup, and inert before it is written.
/// </summary>
internal sealed class Screen
{
    /// <summary>Where no window folds a line, it stays one.</summary>
    private const int Unfolded = 100_000;

    private readonly CommandEnvironment environment;
    private readonly IAnsiConsole shown;
    private readonly IAnsiConsole said;

    public Screen(CommandEnvironment environment)
    {
        this.environment = environment;
        StreamWriter output = new(environment.Out, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true)
        {
            AutoFlush = true,
        };
        shown = Build(output, environment.IsOutTerminal);
        said = Build(environment.Error, environment.IsErrorTerminal);
    }

    /// <summary>What was asked for.</summary>
    public void Show(IRenderable what) => shown.Write(what);

    /// <summary>One line of it.</summary>
    public void ShowLine(string text, Style? style = null) => shown.WriteLine(TerminalText.Inert(text), style ?? Style.Plain);

    /// <summary>A text as it is, but for what a terminal would obey.</summary>
    public void ShowText(ReadOnlySpan<byte> utf8) => shown.Profile.Out.Writer.Write(TerminalText.InertLines(Encoding.UTF8.GetString(utf8)));

    /// <summary>A word about it, for whoever sits there.</summary>
    public void Say(string text) => said.WriteLine(TerminalText.InertLines(text));

    public void Warn(string text) => said.WriteLine(TerminalText.InertLines(text), Color.Yellow);

    public void SayWrong(string text) => said.WriteLine(TerminalText.InertLines(text), Color.Red);

    /// <summary>Something that takes a while, with a sign that it goes on where somebody looks.</summary>
    public async Task<T> While<T>(string what, Func<Task<T>> work) => environment is { IsErrorTerminal: true, HasColors: true }
        ? await said.Status().StartAsync(Markup.Escape(TerminalText.Inert(what)), _ => work())
        : await work();

    /// <returns>Whether the answer was yes; what is not yes is no.</returns>
    public bool Ask(string question)
    {
        said.Write($"{TerminalText.Inert(question)} [y/N] ");
        using StreamReader reader = new(environment.In, leaveOpen: true);
        return reader.ReadLine()?.Trim() is { } answer && answer.ToLowerInvariant() is "y" or "yes";
    }

    /// <summary>An answer for programs, on a line of its own.</summary>
    /// <exception cref="UnreachableException">It is no JSON.</exception>
    public void Write(ReadOnlyMemory<byte> json)
    {
        ReadOnlyMemory<byte> formed = TerminalJson.Form(json, environment.IsOutTerminal)
            ?? throw new UnreachableException("What answered is no JSON, and so not FollowUp; is --server right?");
        environment.Out.Write(formed.Span);
        environment.Out.Write("\n"u8);
        environment.Out.Flush();
    }

    private IAnsiConsole Build(TextWriter writer, bool isTerminal)
    {
        bool isColored = isTerminal && environment.HasColors;
        IAnsiConsole console = AnsiConsole.Create(new()
        {
            Ansi = isColored ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isColored ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!isTerminal)
        {
            console.Profile.Width = Unfolded;
        }

        return console;
    }
}
