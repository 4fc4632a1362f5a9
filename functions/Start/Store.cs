using Azure.Core.Pipeline;
using FollowUp.Tables;
using Microsoft.Extensions.Configuration;
using Spectre.Console;

namespace FollowUp.Start;

/// <summary>The tables of a run, and what carries the requests to them; null for HTTP.</summary>
/// <param name="Connection">Null where the user's settings say it.</param>
internal sealed record Store(string? Connection, HttpPipelineTransport? Transport, Action End) : IDisposable
{
    /// <summary>Keeps what it is told: where the user says, or in the folder of <paramref name="options"/>.</summary>
    /// <exception cref="StoreFileException">The file there cannot be the store.</exception>
    /// <exception cref="NodeMissingException">Azurite was asked for.</exception>
    public static async Task<Store> Open(
        Options options, IConfiguration settings, TimeProvider clock, IAnsiConsole console, CancellationToken cancel)
    {
        if (options.Store is null && Settings.TablesSetting(settings) is { } setting)
        {
            console.MarkupLineInterpolated(
                $"The tables are where {setting} says, and no Azurite is started; --store keeps them in {options.Folder} instead.");
            return new(null, null, () => { });
        }

        bool hasFile = options.Store is null && File.Exists(FileIn(options.Folder));
        if (hasFile && !Directory.Exists(TablesIn(options.Folder)))
        {
            console.MarkupLineInterpolated($"The tables go on in {FileIn(options.Folder)}.");
            return For(new SqliteTables(FileIn(options.Folder), clock));
        }

        if (await Kind(options, console, cancel) == StoreKind.Sqlite)
        {
            return For(new SqliteTables(FileIn(options.Folder), clock));
        }

        if (hasFile)
        {
            // Kept there while Node was missing, say: it must not look lost.
            console.MarkupLineInterpolated($"There are other tables in {FileIn(options.Folder)}; --store sqlite goes on with them.");
        }

        StoreFolder.Demand(options.Folder, "--data");
        return For(await Azurite.StartIn(TablesIn(options.Folder), isOwn: options.Data is not null, cancel));
    }

    /// <summary>One end of a move: what the folder has, or the place for what comes, in a file unless somebody says otherwise.</summary>
    /// <param name="isThere">Whether it must be there already.</param>
    /// <exception cref="UsageException">There is none, or it is in doubt which.</exception>
    /// <exception cref="StoreFileException">The file there cannot be the store, or somebody uses it.</exception>
    public static async Task<Store> OpenFolder(Options options, bool isThere, CancellationToken cancel)
    {
        (bool hasFile, bool hasTables) = (File.Exists(FileIn(options.Folder)), Directory.Exists(TablesIn(options.Folder)));
        StoreKind kind = options.Store ?? (hasFile, hasTables) switch
        {
            (true, true) => throw new UsageException(
                $"{options.Folder} has a file and tables of Azurite; --store sqlite or --store azurite says which."),
            (false, true) => StoreKind.Azurite,
            _ => StoreKind.Sqlite,
        };
        if (isThere && !(kind == StoreKind.Sqlite ? hasFile : hasTables))
        {
            throw new UsageException($"There is no store in {options.Folder}; --data names the folder that has one.");
        }

        return kind == StoreKind.Sqlite
            ? For(new SqliteTables(FileIn(options.Folder), TimeProvider.System))
            : For(await Azurite.StartIn(TablesIn(options.Folder), isOwn: true, cancel));
    }

    /// <summary>Empty, and gone when it ends.</summary>
    /// <exception cref="NodeMissingException">Azurite was asked for.</exception>
    public static async Task<Store> OpenTemporary(Options options, TimeProvider clock, IAnsiConsole console, CancellationToken cancel)
    {
        if (await Kind(options, console, cancel) == StoreKind.Azurite)
        {
            return For(await Azurite.StartInMemory(cancel));
        }

        string folder = Directory.CreateTempSubdirectory("followup-tables-").FullName;
        Store store = For(new SqliteTables(FileIn(folder), clock));
        return store with
        {
            End = () =>
            {
                store.End();
                Directory.Delete(folder, recursive: true);
            },
        };
    }

    /// <summary>What a host over these tables would be told.</summary>
    public IConfiguration HostSettings => new ConfigurationBuilder()
        .AddInMemoryCollection([new(FollowUp.Storage.TableClients.ConnectionSetting, Connection)]).Build();

    public static string FileIn(string data) => Path.Combine(data, "followup.db");

    private static string TablesIn(string data) => Path.Combine(data, "tables");

    public void Dispose() => End();

    /// <summary>Azurite, unless somebody says otherwise or it cannot run here.</summary>
    private static async Task<StoreKind> Kind(Options options, IAnsiConsole console, CancellationToken cancel)
    {
        if (options.Store == StoreKind.Sqlite)
        {
            return StoreKind.Sqlite;
        }

        try
        {
            if (await Node.Missing(cancel) is { } why)
            {
                throw new NodeMissingException(why);
            }

            _ = await Azurite.Installed(cancel);
            return StoreKind.Azurite;
        }
        catch (NodeMissingException missing) when (options.Store is null)
        {
            console.MarkupLineInterpolated($"{missing.Why}: the tables are kept in a file instead of Azurite (--store sqlite).");
            TellOfAzurites(options, console);
            return StoreKind.Sqlite;
        }
    }

    /// <summary>Kept there while Node was here, say: they must not look lost.</summary>
    private static void TellOfAzurites(Options options, IAnsiConsole console)
    {
        string tables = TablesIn(options.Folder);
        if (!options.IsDemo && Directory.Exists(tables))
        {
            console.MarkupLineInterpolated(
                $"There are other tables in {tables}, which Azurite kept; with Node, --store azurite goes on with them.");
        }
    }

    private static Store For(SqliteTables tables) => new(SqliteTables.ConnectionString, tables, tables.Dispose);

    private static Store For(Azurite azurite) => new(azurite.ConnectionString, null, azurite.Dispose);
}
