using System.Text;
using FollowUp.CommandLine.Commands;

namespace FollowUp.CommandLine.Tests.Rig;

/// <summary>Where commands are typed: the program itself, in this process, with what it reads and writes kept.</summary>
internal sealed class Prompt
{
    public Dictionary<string, string> Variables { get; } = [];

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public HttpMessageHandler? Network { get; init; }

    public bool IsOutTerminal { get; init; }

    /// <param name="arguments">As a shell would split them.</param>
    public Task<Said> Run(params string[] arguments) => Invoke(null, arguments);

    /// <summary>Somebody sits there, and types this.</summary>
    public Task<Said> Answer(string typed, params string[] arguments) => Invoke(typed, arguments);

    private async Task<Said> Invoke(string? typed, string[] arguments)
    {
        using MemoryStream output = new();
        StringWriter error = new();
        int status = await CommandTree.Run(arguments, new()
        {
            Out = output,
            Error = error,
            In = new MemoryStream(Encoding.UTF8.GetBytes(typed ?? "")),
            IsOutTerminal = IsOutTerminal,
            IsInTerminal = typed is not null,
            IsErrorTerminal = typed is not null,
            Variable = name => Variables.GetValueOrDefault(name) ?? (name == "NO_COLOR" ? "1" : null),
            Clock = Clock,
            Network = Network,
        });
        return new(status, output.ToArray(), error.ToString());
    }
}
