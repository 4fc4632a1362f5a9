using Azure.Core.Pipeline;
using FollowUp.Tables;

namespace FollowUp.Start;

/// <summary>The tables of a run, and what carries the requests to them; null for HTTP.</summary>
internal sealed record Store(string Connection, HttpPipelineTransport? Transport, Action End) : IDisposable
{
    /// <summary>Keeps what it is told in <paramref name="data"/>.</summary>
    /// <exception cref="StoreFileException">The file there cannot be the store.</exception>
    public static async Task<Store> In(string data, Options options, TimeProvider clock, CancellationToken cancel) =>
        options.Store == StoreKind.Sqlite
            ? Of(new SqliteTables(FileIn(data), clock))
            : Of(await Azurite.In(Path.Combine(data, "tables"), isOwn: options.Data is not null, cancel));

    /// <summary>Empty, and gone when it ends.</summary>
    public static async Task<Store> ForOnce(Options options, TimeProvider clock, CancellationToken cancel)
    {
        if (options.Store == StoreKind.Azurite)
        {
            return Of(await Azurite.InMemory(cancel));
        }

        string folder = Directory.CreateTempSubdirectory("followup-tables-").FullName;
        Store store = Of(new SqliteTables(FileIn(folder), clock));
        return store with
        {
            End = () =>
            {
                store.End();
                Directory.Delete(folder, recursive: true);
            },
        };
    }

    public static string FileIn(string data) => Path.Combine(data, "followup.db");

    public void Dispose() => End();

    private static Store Of(SqliteTables tables) => new(SqliteTables.ConnectionString, tables, tables.Dispose);

    private static Store Of(Azurite azurite) => new(azurite.ConnectionString, null, azurite.Dispose);
}
