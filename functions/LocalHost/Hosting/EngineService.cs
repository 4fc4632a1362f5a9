using FollowUp.LocalHost.Engine;
using Microsoft.Extensions.Hosting;

namespace FollowUp.LocalHost.Hosting;

/// <summary>The functions that nobody calls over HTTP. They begin before the first request, and end after the last.</summary>
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

/// <summary>What was found in the app, once it has been bound.</summary>
internal sealed class BoundApp : IDisposable
{
    public bool NeedsEngine { get; set; }

    public List<TimerFunction> Timers { get; } = [];

    public void Dispose() => Timers.ForEach(timer => timer.Dispose());
}
