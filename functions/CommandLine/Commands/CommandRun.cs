using System.CommandLine;
using FollowUp.Agreements;
using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Terminal;

namespace FollowUp.CommandLine.Commands;

/// <summary>One command as it runs: what it was told, whom it asks, and where it shows what it found.</summary>
internal sealed class CommandRun(ParseResult parsed, GlobalOptions globals, CommandEnvironment environment) : IDisposable
{
    private FollowUpClient? client;

    public CommandEnvironment Environment => environment;

    public Screen Screen { get; } = new(environment);

    public bool IsJson => parsed.GetValue(globals.Json);

    /// <summary>In which texts are shown.</summary>
    public string Language => parsed.GetValue(globals.Language) ?? OfReader() ?? Wording.Languages[0];

    /// <summary>What <c>--language</c> says; null where nobody says.</summary>
    public string? AskedLanguage => parsed.GetValue(globals.Language);

    /// <summary>Made when it is first needed: what needs no server is refused for none.</summary>
    /// <exception cref="UsageException">The server's address or the sign-in cannot be followed.</exception>
    public FollowUpClient Client => client ??= new(
        ServerAddress.Parse(Server), Credential.Find(parsed.GetValue(globals.KeyFile), environment.Variable), environment.Clock,
        Screen.Warn, environment.Network);

    private string Server => parsed.GetValue(globals.Server) ?? environment.Variable(ServerAddress.Variable) switch
    {
        { Length: > 0 } set => set,
        _ => ServerAddress.Default,
    };

    public T? Value<T>(Option<T> option) => parsed.GetValue(option);

    public T Value<T>(Argument<T> argument) => parsed.GetRequiredValue(argument);

    /// <summary>Null where it was left out.</summary>
    public string? Optional(Argument<string?> argument) => parsed.GetValue(argument);

    public Task<ServerAnswer> Send(ApiCall call, CancellationToken cancel) =>
        Screen.While($"{call.Method} {call.Path}", () => Client.Send(call, cancel));

    /// <summary>Sends a call, and shows its answer to people or, as it is, to programs.</summary>
    public async Task<ExitCode> Show<T>(ApiCall call, Action<T> show, CancellationToken cancel)
    {
        Show(await Send(call, cancel), show);
        return ExitCode.Done;
    }

    public void Show<T>(ServerAnswer answer, Action<T> show)
    {
        if (IsJson)
        {
            Screen.Write(answer.Body);
        }
        else
        {
            show(answer.Read<T>());
        }
    }

    public void Dispose() => client?.Dispose();

    /// <summary>Of <c>zh_CN.UTF-8</c>, <c>zh</c>.</summary>
    private string? OfReader()
    {
        string? set = new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(environment.Variable)
            .FirstOrDefault(one => !string.IsNullOrEmpty(one));
        return Wording.Languages.FirstOrDefault(language => set?.Split('_', '.', '-')[0] == language);
    }
}
