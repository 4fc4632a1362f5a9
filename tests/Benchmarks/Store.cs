using Azure.Core.Pipeline;
using Azure.Data.Tables;
using FollowUp.LocalHost.Tests.Rig;
using FollowUp.Tables;

namespace FollowUp.Benchmarks;

/// <summary>What is measured over.</summary>
internal sealed record Store(string Name, string Connection, HttpPipelineTransport Transport, Func<ValueTask> End) : IAsyncDisposable
{
    /// <summary>Whether no other process can be in it at the same time.</summary>
    public bool IsOneProcess => Transport is SqliteTables;

    /// <summary>Its tables are empty, and gone afterwards.</summary>
    public static async Task<Store> Emulator()
    {
        Azurite azurite = await Azurite.Start();
        return EmulatorAt(azurite.ConnectionString) with { End = azurite.DisposeAsync };
    }

    /// <summary>One that somebody else started, and ends.</summary>
    public static Store EmulatorAt(string connection) => new("Azurite", connection, new HttpClientTransport(), () => default);

    /// <summary>
    /// Its tables are empty, and gone afterwards. In a folder of a real disk: what is in memory only says nothing about commits.
    /// </summary>
    public static Store File()
    {
        string folder = Directory.CreateTempSubdirectory("followup-benchmarks-").FullName;
        Store store = FileAt(Path.Combine(folder, "followup.db"));
        return store with
        {
            End = async () =>
            {
                await store.End();
                Directory.Delete(folder, recursive: true);
            },
        };
    }

    /// <summary>It stays where it is.</summary>
    public static Store FileAt(string path)
    {
        SqliteTables tables = new(path, TimeProvider.System);
        return new("SQLite", SqliteTables.ConnectionString, tables, () =>
        {
            tables.Dispose();
            return default;
        });
    }

    public TableClient Table(string name) =>
        new(Connection, name, new()
        {
            Transport = Transport,
            Diagnostics = { IsLoggingEnabled = false, IsDistributedTracingEnabled = false },
        });

    public ValueTask DisposeAsync() => End();
}
