using Azure.Core.Pipeline;
using Azure.Data.Tables;
using FollowUp.LocalHost.Tests.Rig;
using FollowUp.Tables;

namespace FollowUp.Benchmarks;

/// <summary>What is measured over: its tables are empty, and gone afterwards.</summary>
sealed record Store(string Name, string Connection, HttpPipelineTransport Transport, Func<ValueTask> End) : IAsyncDisposable
{
    /// <summary>Whether no other process can be in it at the same time.</summary>
    public bool IsOneProcess => Transport is SqliteTables;

    public static async Task<Store> Emulator()
    {
        Azurite azurite = await Azurite.Start();
        return new("Azurite", azurite.ConnectionString, new HttpClientTransport(), azurite.DisposeAsync);
    }

    /// <summary>In a folder of a real disk: what is in memory only says nothing about commits.</summary>
    public static Store File()
    {
        string folder = Directory.CreateTempSubdirectory("followup-benchmarks-").FullName;
        SqliteTables tables = new(Path.Combine(folder, "followup.db"), TimeProvider.System);
        return new("SQLite", SqliteTables.ConnectionString, tables, () =>
        {
            tables.Dispose();
            Directory.Delete(folder, recursive: true);
            return default;
        });
    }

    public TableClient Table(string name) =>
        new(Connection, name, new() { Transport = Transport, Diagnostics = { IsLoggingEnabled = false, IsDistributedTracingEnabled = false } });

    public ValueTask DisposeAsync() => End();
}
