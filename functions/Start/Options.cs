using System.Globalization;

namespace FollowUp.Start;

/// <summary>What <c>./start</c> was asked for.</summary>
internal sealed record Options
{
    public const string Usage = """
        ./start            runs FollowUp on this machine, with its board on http://localhost:7071/board/
          --port N         another port (default: that of LocalHost:Url, or 7071)
          --data DIR       where the tables and letters are kept (default: .data beside this script)
          --store sqlite   keeps the tables in DIR/followup.db, without Azurite or Node, and loses nothing when killed
          --store azurite  keeps them in Azurite (default: where AzureWebJobsStorage or FOLLOWUP_TABLES_URI says; else azurite, or sqlite without Node)
          --register FILE  loads this register instead of the sample, when the store is empty
          --no-sample      loads nothing; nor is the sample loaded into a store that a setting names
          --clock INSTANT  starts the clock there, e.g. 2019-11-21T09:00:00+08:00; it runs on from then

        ./start --demo     lives the sample through, from signature to the last confirmation, in under a minute
          [REGISTER CAST]  another register, and what people do at which moment
          --until INSTANT  stops there
          --json           one JSON object a line instead of a timeline
          --data DIR       keeps the letters there
          --store sqlite   in a file of its own, without Azurite or Node

        ./start backup FILE   copies DIR/followup.db as it is now to FILE, while FollowUp runs or not
          --data DIR       where it is kept (default: .data beside this script)

        ./start repair     builds every index and clock anew, from what was agreed, while FollowUp runs
          --port N         where it runs (default: that of LocalHost:Url, or 7071)

        A setting is taken from the command line, else the environment, else local.settings.json beside this script, else our defaults.
        The demo takes none but its own: it writes into no other store, and sends no mail.
        """;

    public bool IsDemo { get; private init; }
    public bool IsJson { get; private init; }
    public bool HasSample { get; private init; } = true;

    /// <summary>Null if nobody says.</summary>
    public StoreKind? Store { get; private init; }

    /// <summary>Null if nobody says.</summary>
    public int? Port { get; private init; }
    public string? Data { get; private init; }
    public string Folder => Data ?? Path.Combine(Root.Folder, ".data");

    public bool IsRepair { get; private init; }

    /// <summary>Where a copy of the store is asked for.</summary>
    public string? Backup { get; private init; }
    public string? Register { get; private init; }
    public string? Cast { get; private init; }
    public DateTimeOffset? Clock { get; private init; }
    public DateTimeOffset? Until { get; private init; }

    /// <exception cref="UsageException">An option is unknown, or its value is of no use.</exception>
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        Options options = new();
        List<string> files = [];
        Queue<string> left = new(arguments);
        while (left.TryDequeue(out string? argument))
        {
            options = argument switch
            {
                "--demo" => options with { IsDemo = true },
                "--json" => options with { IsJson = true },
                "--no-sample" => options with { HasSample = false },
                "--port" => options with { Port = PortOf(Value(argument, left)) },
                "--data" => options with { Data = Path.GetFullPath(Value(argument, left)) },
                "--store" => options with { Store = StoreOf(Value(argument, left)) },
                "--register" => options with { Register = FileAt(Value(argument, left)) },
                "--clock" => options with { Clock = Instant(argument, Value(argument, left)) },
                "--until" => options with { Until = Instant(argument, Value(argument, left)) },
                _ when argument.StartsWith('-') => throw new UsageException($"{argument} is not known."),
                _ => Take(options, files, argument),
            };
        }

        return Checked(options, files);
    }

    private static Options Checked(Options options, List<string> files) => (options.IsDemo, files.Count) switch
    {
        (true, 0) => options,
        (true, 2) => options with { Register = FileAt(files[0]), Cast = FileAt(files[1]) },
        (true, _) => throw new UsageException("--demo takes a register and a cast, or neither."),
        (false, 0) when options.IsJson || options.Until is not null => throw new UsageException("--json and --until belong to --demo."),
        (false, 0) => options,
        (false, 2) when files[0] == "backup" => options with { Backup = Path.GetFullPath(files[1]) },
        (false, 1) when files[0] == "repair" => options with { IsRepair = true },
        (false, _) when files[0] == "backup" => throw new UsageException("backup takes the name of a file that is not there yet."),
        _ => throw new UsageException($"{files[0]} is of no use here; a register goes with --register."),
    };

    private static Options Take(Options options, List<string> files, string file)
    {
        files.Add(file);
        return options;
    }

    private static string Value(string option, Queue<string> left) =>
        left.TryDequeue(out string? value) ? value : throw new UsageException($"{option} needs a value.");

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

    private static string FileAt(string value) =>
        File.Exists(value) ? Path.GetFullPath(value) : throw new UsageException($"There is no file {value}.");

    private static DateTimeOffset Instant(string option, string value) =>
        DateTimeOffset.TryParseExact(value, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? instant
            : throw new UsageException($"{option} must be an instant like 2019-11-21T09:00:00+08:00, not {value}.");
}

/// <summary>Where the tables lie.</summary>
internal enum StoreKind
{
    Azurite,
    Sqlite,
}

/// <summary>The command line cannot be followed.</summary>
internal sealed class UsageException(string message) : Exception(message);
