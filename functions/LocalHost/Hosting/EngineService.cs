using FollowUp.LocalHost.Engine;
using Microsoft.Extensions.Hosting;

namespace FollowUp.LocalHost.Hosting;

/// <summary>Starts the engine and the timer functions before the first HTTP request, and stops them after the last.</summary>
internal sealed class EngineService(HubEngine engine, BoundApp app) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (app.NeedsEngine)
        {
            await engine.Start(cancellationToken);
        }

        foreach (TimerFunction timer in app.Timers)
        {
            timer.Start();
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(app.Timers.Select(timer => timer.Stop(cancellationToken)));
        await engine.Stop(cancellationToken);
    }
}

/// <summary>What the functions of the app need from the host.</summary>
internal sealed class BoundApp : IDisposable
{
    public bool NeedsEngine { get; set; }

    public List<TimerFunction> Timers { get; } = [];

    public void Dispose() => Timers.ForEach(timer => timer.Dispose());
}
