using System.Globalization;
using FollowUp.Values;

namespace FollowUp.Start;

/// <summary>What <c>./start</c> was asked for.</summary>
internal sealed record Options
{
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private static readonly string[] Commands = ["backup", "repair", "move", "help"];

    public bool IsDemo { get; private init; }
    public bool IsJson { get; private init; }
    public bool HasSample { get; private init; } = true;

    /// <summary>Null if nobody says.</summary>
    public StoreKind? Store { get; private init; }

    /// <summary>Null if nobody says.</summary>
    public int? Port { get; private init; }

    /// <summary>As a URL has it, an IPv6 address in brackets; null if nobody says.</summary>
    public string? Listen { get; private init; }

    /// <summary>Null if nobody says.</summary>
    public string? BoardUrl { get; private init; }

    /// <summary>Whom a one-time link is to sign in as a coordinator of the office; null if nobody says.</summary>
    public string? SignIn { get; private init; }
    public string? Data { get; private init; }
    public string Folder => Data ?? Path.Combine(Root.Folder, ".data");

    public bool IsRepair { get; private init; }

    public bool IsMove { get; private init; }

    /// <summary>The account that a store is moved to; null for the folder.</summary>
    public string? To { get; private init; }

    /// <summary>The account that a store is moved from; null for the folder.</summary>
    public string? From { get; private init; }

    /// <summary>Where a copy of the store is asked for.</summary>
    public string? Backup { get; private init; }
    public string? Register { get; private init; }
    public string? Cast { get; private init; }
    public DateTimeOffset? Clock { get; private init; }
    public DateTimeOffset? Until { get; private init; }

    /// <exception cref="UsageException">An option is unknown, or its value is of no use.</exception>
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        Arguments read = Arguments.Read(arguments);
        Options options = read.Options.Aggregate(new Options(), (options, one) => options.With(one.Key, one.Value));
        return (read.Command, read.Words) switch
        {
            (Command.Demo, []) or (Command.Serve, []) => options,
            (Command.Demo, [var register, var cast]) =>
                options with { Register = FileAt("--demo", register), Cast = FileAt("--demo", cast) },
            (Command.Demo, _) => throw new UsageException("--demo takes a register and a cast, or neither."),
            (Command.Backup, ["backup", { Length: > 0 } copy]) when options.Store != StoreKind.Azurite =>
                options with { Backup = Path.GetFullPath(copy) },
            (Command.Backup, [_, _]) when options.Store == StoreKind.Azurite => throw new UsageException(
                "backup copies the file of --store sqlite; what Azurite keeps is in the folder tables of --data."),
            (Command.Backup, _) => throw new UsageException("backup takes the name of one file that is not there yet."),
            (Command.Repair, ["repair"]) => options with { IsRepair = true },
            (Command.Repair, [_, var word, ..]) => throw new UsageException($"repair takes no {word}; ./start --help says what it takes."),
            (Command.Move, ["move"]) when options.To is null && options.From is null => throw new UsageException(
                "move takes --to ACCOUNT, --from ACCOUNT, or both; the end that none of them names is the folder of --data."),
            (Command.Move, ["move"]) => options with { IsMove = true },
            (Command.Move, [_, var word, ..]) => throw new UsageException($"move takes no {word}; where to goes with --to."),
            (_, [var word, ..]) => throw new UsageException(Stray(word)),
            _ => options,
        };
    }

    private static string Stray(string word) => Spelling.Nearest(word, Commands) is { } near
        ? $"{word} is nothing that ./start does; the nearest is {near}, and ./start --help lists all."
        : $"{word} is of no use here; a register goes with --register, and ./start --help lists what there is.";

    private Options With(string option, string value) => option switch
    {
        "--demo" => this with { IsDemo = true },
        "--json" => this with { IsJson = true },
        "--no-sample" => this with { HasSample = false },
        "--port" => this with { Port = PortOf(value) },
        "--listen" => this with { Listen = Listening.Host(value) },
        "--board-url" => this with { BoardUrl = Start.BoardUrl.Parse(value, "--board-url") },
        "--sign-in" => this with { SignIn = Address(option, value) },
        "--data" => this with { Data = Path.GetFullPath(value) },
        "--to" => this with { To = value },
        "--from" => this with { From = value },
        "--store" => this with { Store = StoreOf(value) },
        "--register" => this with { Register = FileAt(option, value) },
        "--clock" => this with { Clock = Bearable(Instant(option, value)) },
        "--until" => this with { Until = Instant(option, value) },
        _ => this,
    };

    private static StoreKind StoreOf(string value) => value switch
    {
        "azurite" => StoreKind.Azurite,
        "sqlite" => StoreKind.Sqlite,
        _ => throw new UsageException($"--store must be azurite or sqlite, not {value}."),
    };

    private static int PortOf(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and < 65_536
            ? port
            : throw new UsageException($"--port must be a number from 1 to 65535, not {value}.");

    private static string Address(string option, string value) => MailAddress.Fault(MailAddress.Normalize(value)) is { } wrong
        ? throw new UsageException($"{option} {wrong}, not {value}.") : MailAddress.Normalize(value);

    private static string FileAt(string option, string value) =>
        File.Exists(value) ? Path.GetFullPath(value)
        : Directory.Exists(value) ? throw new UsageException($"{value} is a folder; {option} takes a file.")
        : throw new UsageException($"There is no file {value}, which {option} names.");

    private static DateTimeOffset Instant(string option, string value) =>
        DateTimeOffset.TryParseExact(
            value, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? instant
            : throw new UsageException($"{option} must be an instant like 2019-11-21T09:00:00+08:00, not {value}.");

    /// <summary>Years that time zones, mail and tables know, with room for what is counted ahead.</summary>
    private static DateTimeOffset Bearable(DateTimeOffset clock) =>
        clock.UtcDateTime.Year is >= 1970 and < 2200
            ? clock
            : throw new UsageException("--clock must lie between the years 1970 and 2199.");
}

/// <summary>Where the tables lie.</summary>
internal enum StoreKind
{
    Azurite,
    Sqlite,
}
