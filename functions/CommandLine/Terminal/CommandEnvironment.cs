using System.Text;

namespace FollowUp.CommandLine.Terminal;

/// <summary>What a command has around it: where it reads and writes, whether somebody sits there, and the clock.</summary>
internal sealed record CommandEnvironment
{
    /// <summary>For what was asked for, and nothing else: it may be piped.</summary>
    public required Stream Out { get; init; }

    /// <summary>For messages, questions and progress.</summary>
    public required TextWriter Error { get; init; }

    public required Stream In { get; init; }

    public bool IsOutTerminal { get; init; }
    public bool IsErrorTerminal { get; init; }
    public bool IsInTerminal { get; init; }

    /// <summary>Reads the environment of the process.</summary>
    public required Func<string, string?> Variable { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Carries requests; null for the network.</summary>
    public HttpMessageHandler? Network { get; init; }

    /// <summary>Whether somebody can be asked something.</summary>
    public bool HasReader => IsInTerminal && IsErrorTerminal;

    /// <summary>NO_COLOR asks for none (no-color.org), whatever its value.</summary>
    public bool HasColors => Variable("NO_COLOR") is null or "";

    public static CommandEnvironment OfThisProcess()
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        Console.OutputEncoding = utf8;
        return new()
        {
            Out = Console.OpenStandardOutput(),
            Error = Console.Error,
            In = Console.OpenStandardInput(),
            IsOutTerminal = !Console.IsOutputRedirected,
            IsErrorTerminal = !Console.IsErrorRedirected,
            IsInTerminal = !Console.IsInputRedirected,
            Variable = Environment.GetEnvironmentVariable,
        };
    }
}
