using System.Diagnostics;
using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FollowUp.RealWorker.Rig;

/// <summary>
/// The app's own Program, unchanged, run in this process. Before it builds its host, a test may put a clock, a mailbox or tables in place
/// of what it has; hosts tell of that moment by a diagnostic event.
/// </summary>
internal sealed class WorkerProgram : IAsyncDisposable
{
    private static readonly MethodInfo Main = FindMain();
    private static readonly AsyncLocal<WorkerProgram?> Starting = new();

    private readonly Action<IServiceCollection> put;
    private readonly TaskCompletionSource<IHost> built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task main = Task.CompletedTask;

    static WorkerProgram()
    {
        // The worker finds its functions from here, once for the process. Their assembly is loaded already from this folder, and
        // host.json is here too.
        Environment.SetEnvironmentVariable("FUNCTIONS_APPLICATION_DIRECTORY", AppContext.BaseDirectory);
        Assembly.SetEntryAssembly(Main.DeclaringType!.Assembly);
        _ = DiagnosticListener.AllListeners.Subscribe(new Listener());
    }

    private WorkerProgram(Action<IServiceCollection> put) => this.put = put;

    public IServiceProvider Services => built.Task.Result.Services;

    /// <summary>Where this one takes HTTP calls: what it announces is one address for the whole process.</summary>
    public Uri Http => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Runs it, until <see cref="Stop"/>.</summary>
    /// <param name="arguments">As the host passes them.</param>
    /// <param name="put">Registered after all that the program registers.</param>
    public static async Task<WorkerProgram> Run(IEnumerable<string> arguments, Action<IServiceCollection> put, CancellationToken cancel)
    {
        WorkerProgram program = new(put);
        program.main = Task.Run(() => program.Go([.. arguments]), cancel);
        _ = await Task.WhenAny(program.main, program.built.Task);
        if (program.main.IsFaulted)
        {
            await program.main;
        }

        await program.Started(cancel);
        return program;
    }

    public async Task Stop()
    {
        Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await main;
    }

    public async ValueTask DisposeAsync() => await Stop();

    private static MethodInfo FindMain()
    {
        // The method behind the entry point: that one holds a thread until the program ends.
        Type program = Assembly.LoadFrom(WorkerFolder.App).EntryPoint!.DeclaringType!;
        return program.GetMethod("<Main>$", BindingFlags.Static | BindingFlags.NonPublic)!;
    }

    private Task Go(string[] arguments)
    {
        Starting.Value = this;
        return (Task)Main.Invoke(null, [arguments])!;
    }

    private async Task Started(CancellationToken cancel)
    {
        TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration listening =
            Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(started.SetResult);
        _ = await Task.WhenAny(main, started.Task.WaitAsync(cancel));
        if (main.IsFaulted)
        {
            await main;
        }
    }

    private void Prepare(IHostBuilder host) => host.ConfigureServices(services =>
    {
        _ = services.AddLogging(logging => logging.ClearProviders());
        _ = services.Configure<KestrelServerOptions>(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        put(services);
    });

    /// <summary>Hears of every host that is built in this process, and minds those of a program that is starting.</summary>
    private sealed class Listener : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
            {
                _ = value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Starting.Value is { } program)
            {
                if (value is { Key: "HostBuilding", Value: IHostBuilder builder })
                {
                    program.Prepare(builder);
                }
                else if (value is { Key: "HostBuilt", Value: IHost host })
                {
                    _ = program.built.TrySetResult(host);
                }
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
