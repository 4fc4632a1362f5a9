using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;
using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Mcp;
using FollowUp.CommandLine.Terminal;

namespace FollowUp.CommandLine.Commands;

/// <summary>All commands, and what <c>followup --help</c> says before it lists them.</summary>
internal static class CommandTree
{
    public const string Name = "followup";

    private const string About = $"""
        Follows agreed items up, from a shell.

        {ServerAddress.Variable}   where FollowUp is; {ServerAddress.Default} unless told
        {Credential.KeyVariable}      your key, sent in a header; or --key-file FILE
        {Credential.TokenVariable}    instead of a key: a token of your sign-in provider
        NO_COLOR          no colours, no progress

        Not here, but on the board, or by curl as docs/calling.md shows: one change of many items, who succeeds whom,
        and the wording of an agreement (of an item: act AGREEMENT/ITEM amend).

        Exit codes: 0 done; 1 refused, by the server or by what was found; 2 wrong usage; 3 not reachable, or not now;
        4 not sound (verify); 5 shown, and not said yes to; 130 interrupted.
        """;

    private static readonly ParserConfiguration Parsing = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    public static async Task<int> Run(IReadOnlyList<string> arguments, CommandEnvironment environment)
    {
        ParseResult parsed = Build(environment).Parse(arguments.Count == 0 ? ["--help"] : arguments, Parsing);
        ParseErrorAction? wrong = parsed.Action as ParseErrorAction;
        wrong?.ShowHelp = false;

        // Nothing is left in it to be flushed; what it writes to, the MCP server has closed by the end.
        StreamWriter output = new(environment.Out, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
        int code = await parsed.InvokeAsync(new()
        {
            Output = wrong is null ? output : environment.Error,
            Error = environment.Error,
            EnableDefaultExceptionHandler = false,
        });
        return wrong is null ? code : (int)ExitCode.Usage;
    }

    /// <summary>Not a <see cref="RootCommand"/>, which is called as the program's file is.</summary>
    public static Command Build(CommandEnvironment environment)
    {
        GlobalOptions globals = new();
        CommandHost host = new(globals, environment);
        Command root = new(Name, About) { new HelpOption("--help", "-h", "-?"), new VersionOption() };
        globals.AddTo(root);
        foreach (Command command in All(host))
        {
            root.Add(command);
        }

        return root;
    }

    private static IEnumerable<Command> All(CommandHost host) =>
    [
        ListCommand.Build(host),
        ShowCommand.Build(host),
        ActCommand.Build(host),
        TimetableCommand.Build(host),
        OverviewCommand.Build(host),
        MeCommand.Build(host),
        ImportCommand.Build(host),
        AddCommand.Build(host),
        WhatIfCommand.Build(host),
        ReportCommand.Build(host),
        ExportCommand.Build(host),
        ToldCommand.Build(host),
        ChangesCommand.Build(host),
        VerifyCommand.Build(host),
        McpCommand.Build(host),
        CompletionCommand.Build(host),
        SuggestCommand.Build(host),
    ];
}
