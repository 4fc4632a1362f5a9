using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace FollowUp.Benchmarks.Peers;

/// <summary>Quartz.NET's tables in a SQLite file of their own, as durable as FollowUp's, and a scheduler over them.</summary>
internal sealed class QuartzStore : IDisposable
{
    /// <summary>As many as FollowUp has activities at once. From 50 to 1 000 were no faster, 10 and 20 slower.</summary>
    private const int Threads = 200;

    /// <summary>A trigger that is later counts as missed; none is to be, however slow the machine.</summary>
    private static readonly TimeSpan MisfireThreshold = TimeSpan.FromHours(1);

    private readonly string folder = Directory.CreateTempSubdirectory("followup-quartz-").FullName;
    private readonly string connectionString;
    private readonly SqliteConnection connection;

    private QuartzStore()
    {
        connectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "quartz.db") }.ConnectionString;
        connection = new(connectionString);
    }

    /// <summary>
    /// With a write-ahead log, synced at each commit (SQLite's default, and FollowUp's), and FollowUp's 16 MB of cache. Both settings stay
    /// with the file.
    /// </summary>
    public static QuartzStore Create()
    {
        QuartzStore store = new();
        store.connection.Open();
        store.Ask("PRAGMA journal_mode = WAL");
        store.Ask("PRAGMA default_cache_size = 4000");
        return store;
    }

    /// <summary>The tables are made by Quartz itself; a round takes as many triggers as there are threads, its largest.</summary>
    public StandaloneSchedulerFactory BuildFactory(TimeProvider clock, FiredReminders fired) =>
        QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.Services.AddSingleton(fired);
            quartz.UseTimeProvider(clock).UseDefaultThreadPool(Threads).ConfigureScheduler(scheduler => scheduler.MaxBatchSize = Threads);
            quartz.UsePersistentStore(store => store
                .UseSqlite(SqliteFactory.Instance, connectionString)
                .ProvisionSchema()
                .ConfigureStore(options => options.MisfireThreshold = MisfireThreshold));
        }).Build();

    /// <summary>Those that still have to fire, or whose job has not ended.</summary>
    public long CountTriggers() => (long)Ask("SELECT (SELECT COUNT(*) FROM QRTZ_TRIGGERS) + (SELECT COUNT(*) FROM QRTZ_FIRED_TRIGGERS)")!;

    public void Dispose()
    {
        SqliteConnection.ClearPool(connection);
        connection.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private object? Ask(string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
