namespace FollowUp.Start;

/// <summary>What is done with a command line: serve, rehearse, copy the store, build its indexes anew, or move it.</summary>
internal enum Command
{
    Serve,
    Demo,
    Backup,
    Repair,
    Move,
}

/// <summary>One option, whether a value follows it, and which commands it means something to.</summary>
internal sealed record Argument(string Name, bool TakesValue, params Command[] Of);

/// <summary>A command line, taken apart: <c>--store=sqlite</c> is <c>--store sqlite</c>.</summary>
/// <param name="Words">What is no option, in its order.</param>
internal sealed record Arguments(IReadOnlyDictionary<string, string> Options, IReadOnlyList<string> Words)
{
    public static readonly IReadOnlyList<Argument> Known =
    [
        new("--demo", TakesValue: false, Command.Demo),
        new("--json", TakesValue: false, Command.Demo),
        new("--until", TakesValue: true, Command.Demo),
        new("--no-sample", TakesValue: false, Command.Serve),
        new("--register", TakesValue: true, Command.Serve),
        new("--clock", TakesValue: true, Command.Serve),
        new("--board-url", TakesValue: true, Command.Serve),
        new("--sign-in", TakesValue: true, Command.Serve),
        new("--port", TakesValue: true, Command.Serve, Command.Repair),
        new("--listen", TakesValue: true, Command.Serve, Command.Repair),
        new("--store", TakesValue: true, Command.Serve, Command.Demo, Command.Backup, Command.Move),
        new("--data", TakesValue: true, Command.Serve, Command.Demo, Command.Backup, Command.Move),
        new("--to", TakesValue: true, Command.Move),
        new("--from", TakesValue: true, Command.Move),
        new("--help", TakesValue: false),
    ];

    private static readonly string[] HelpWords = ["--help", "-h", "-?", "/?"];

    public Command Command => Options.ContainsKey("--demo") ? Command.Demo : Words switch
    {
        ["backup", ..] => Command.Backup,
        ["repair", ..] => Command.Repair,
        ["move", ..] => Command.Move,
        _ => Command.Serve,
    };

    /// <summary>Help is given to whoever asks for it, wherever in the line, and to nobody else.</summary>
    public static bool AskForHelp(IReadOnlyList<string> arguments) => arguments is ["help", ..] || arguments.Any(HelpWords.Contains);

    /// <exception cref="UsageException">An option is unknown, there twice, without its value, or of no use to the command.</exception>
    public static Arguments Read(IReadOnlyList<string> arguments)
    {
        Dictionary<string, string> options = [];
        List<string> words = [];
        Queue<string> left = new(arguments);
        while (left.TryDequeue(out string? argument))
        {
            if (!argument.StartsWith('-'))
            {
                words.Add(argument);
            }
            else if (!options.TryAdd(Named(argument).Name, Value(argument, left)))
            {
                throw new UsageException($"{Named(argument).Name} is there twice; say it once.");
            }
        }

        return Fitting(new(options, words));
    }

    private static Argument Named(string argument)
    {
        string name = argument.Split('=')[0];
        return Known.FirstOrDefault(known => known.Name == name) ?? throw new UsageException(
            $"{name} is no option of ./start; {Nearest(name)}./start --help lists them.");
    }

    private static string Nearest(string name) =>
        Spelling.Nearest(name, Known.Select(known => known.Name)) is { } near ? $"the nearest is {near}, and " : "";

    private static string Value(string argument, Queue<string> left)
    {
        Argument known = Named(argument);
        int equals = argument.IndexOf('=', StringComparison.Ordinal);
        if (!known.TakesValue)
        {
            return equals < 0 ? "" : throw new UsageException($"{known.Name} takes no value.");
        }

        string? next = left.TryPeek(out string? following) ? following : null;
        string? value = equals >= 0 ? argument[(equals + 1)..]
            : next?.StartsWith("--", StringComparison.Ordinal) == false ? left.Dequeue()
            : null;
        return value switch
        {
            null when next is not null => throw new UsageException(
                $"{known.Name} needs a value, and {next} is an option; a value that begins so is written {known.Name}={next}."),
            null => throw new UsageException($"{known.Name} needs a value."),
            _ when string.IsNullOrWhiteSpace(value) => throw new UsageException($"{known.Name} needs a value; this one is empty."),
            _ => value,
        };
    }

    private static Arguments Fitting(Arguments arguments)
    {
        Argument? stray = arguments.Options.Keys.Select(Named).FirstOrDefault(argument => !argument.Of.Contains(arguments.Command));
        return stray is null ? arguments : throw new UsageException($"{stray.Name} {Belongs(stray, arguments.Command)}");
    }

    private static string Belongs(Argument stray, Command command) => command switch
    {
        Command.Serve => stray.Of.Contains(Command.Move) ? "belongs to move." : "belongs to --demo.",
        _ when stray.Name == "--register" && command == Command.Demo =>
            "does not go with --demo; name the register and its cast after --demo.",
        _ => $"means nothing to {(command == Command.Demo ? "--demo" : $"{command}".ToLowerInvariant())}; leave it out.",
    };
}
