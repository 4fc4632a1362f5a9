using FollowUp.Lives;
using FollowUp.RealWorker.Durable;
using FollowUp.RealWorker.Hosting;
using FollowUp.RealWorker.Protocol;

namespace FollowUp.RealWorker.Rig;

/// <summary>The app as a process, all its functions loaded, on tables that outlive it and a task hub that only notes down.</summary>
public sealed class RunningApp : IAsyncLifetime
{
    private readonly string letters = Directory.CreateTempSubdirectory("followup-letters-").FullName;
    private TableServer? tables;
    private FunctionsHost? host;
    private WorkerProcess? process;
    private int starts;

    internal Hub Hub { get; } = new(TimeProvider.System, new UnderWay());

    internal LoadedWorker Worker { get; private set; } = null!;

    internal HttpClient Http { get; private set; } = null!;

    internal TableServer Tables => tables!;

    internal WorkerProcess Process => process!;

    /// <summary>What it had logged as an error by the time it had started. Tests that follow make some on purpose.</summary>
    internal IReadOnlyList<RpcLog> ErrorsAtStart { get; private set; } = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        tables = await TableServer.Start(Cancel);
        host = await FunctionsHost.Start(new Sidecar(Hub), Cancel);
        await Start();
    }

    /// <summary>Starts a worker, as the host does at first and when the one before died.</summary>
    public async Task Start()
    {
        Dictionary<string, string> settings = new()
        {
            ["AzureWebJobsStorage"] = tables!.ConnectionString,
            ["Letters__Folder"] = letters,

            // As Core Tools start it: nobody signs in, and this machine alone is served.
            ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development",
            ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
        };
        process = WorkerProcess.Start(host!.Address, $"worker-{++starts}", settings);
        Worker = await host.Load(WorkerFolder.Path, Cancel);

        // It says where it takes calls before it does.
        await Worker.Link.Says("Application started", Cancel);
        ErrorsAtStart = [.. Worker.Link.Logs.Where(log => log.Level >= RpcLog.Types.Level.Error)];
        Http = new(new FrontDoor(Worker, Worker.Http)) { BaseAddress = Worker.Http };
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        process?.Dispose();
        await (host?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (tables?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(letters, recursive: true);
    }
}
