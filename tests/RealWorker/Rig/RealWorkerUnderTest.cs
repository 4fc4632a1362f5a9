using Azure.Core.Pipeline;
using FollowUp.Delivery;
using FollowUp.Lives;
using FollowUp.RealWorker.Durable;
using FollowUp.RealWorker.Hosting;
using FollowUp.RealWorker.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.RealWorker.Rig;

/// <summary>The app on Microsoft's worker, its own Program in this process, behind a host that speaks the worker's protocol.</summary>
internal sealed class RealWorkerUnderTest : HostUnderTest
{
    private readonly UnderWay work = new();
    private readonly Hub hub;
    private readonly List<Round> rounds = [];
    private FunctionsHost? host;
    private WorkerProgram? program;
    private HttpClient? http;

    private readonly IReadOnlyDictionary<string, string?> settings;

    /// <param name="settings">Beside <see cref="AppSettings"/>; as Core Tools have it where it is not said.</param>
    public RealWorkerUnderTest(DateTimeOffset begins, IReadOnlyDictionary<string, string?>? settings = null)
        : base(begins)
    {
        hub = new(Clock, work);
        this.settings = settings ?? new Dictionary<string, string?> { ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development" };
    }

    public override HttpClient Http => http ?? throw new InvalidOperationException("No worker runs.");

    public override DateTimeOffset? NextAlarm => hub.NextAlarm;

    public IServiceProvider Services => program!.Services;

    /// <summary>Activities and orchestrations that failed.</summary>
    public IReadOnlyCollection<string> Failures => hub.Failures;

    public override async Task Start(CancellationToken cancel)
    {
        host = await FunctionsHost.Start(new Sidecar(hub), cancel);
        program = await WorkerProgram.Run(Arguments(host.Address), Put, cancel);
        LoadedWorker worker = await host.Load(AppContext.BaseDirectory, cancel);
        http = new(new FrontDoor(worker, program.Http)) { BaseAddress = program.Http };
        foreach (WorkerFunction timer in worker.Functions.Where(function => function.TriggerType == "timerTrigger"))
        {
            rounds.Add(new((string)timer.Trigger["schedule"]!,
                () => worker.Timer(timer, Clock.GetUtcNow(), Clock.GetUtcNow(), CancellationToken.None), work, Clock));
        }

        hub.Attach(worker);
    }

    public override async Task Stop(CancellationToken cancel)
    {
        hub.Detach();
        foreach (Round round in rounds)
        {
            await round.DisposeAsync();
        }

        rounds.Clear();
        http?.Dispose();
        http = null;
        await program!.Stop();
        program = null;
        await host!.DisposeAsync();
        host = null;
    }

    public override Task WhenStill(CancellationToken cancel) => work.WhenNone(cancel);

    public override async ValueTask DisposeAsync()
    {
        if (program is not null)
        {
            await Stop(CancellationToken.None);
        }
    }

    private IEnumerable<string> Arguments(Uri host) =>
    [
        $"--Functions:Worker:HostEndpoint={host}",
        "--Functions:Worker:WorkerId=in-process",
        "--Functions:Worker:RequestId=in-process",
        $"--Functions:Worker:GrpcMaxMessageLength={int.MaxValue}",
        .. AppSettings.All.Concat(settings).Select(setting => $"--{setting.Key}={setting.Value}"),
    ];

    private void Put(IServiceCollection services) =>
        services.AddSingleton<TimeProvider>(Clock).AddSingleton<ILetterChannel>(Mailbox).AddSingleton<HttpPipelineTransport>(Tables);
}
