using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FollowUp.Benchmarks.Rig;

namespace FollowUp.Benchmarks;

/// <summary>The other process of <see cref="IdleBenchmark"/>: starts the app over a file, lets it rest, and says what that took.</summary>
internal static class IdleProcess
{
    public const string Option = "--idle-host";

    public static async Task Run(string file, string windowSeconds)
    {
        await using Store store = Store.FileAt(file);
        await using AppHost app = await AppHost.Start(store, new(WaitingStores.Later));
        using (HttpResponseMessage ready = await app.Http.GetAsync("/api/health/ready"))
        {
            ready.EnsureSuccessStatusCode();
        }

        double readyAfter = SinceProcessStart();
        await app.WaitUntilIdle();
        double alarmsAfter = SinceProcessStart();
        int toStart = app.Traffic.Requests;

        app.Traffic.Reset();
        TimeSpan window = TimeSpan.FromSeconds(double.Parse(windowSeconds, CultureInfo.InvariantCulture));
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        await Task.Delay(window, TimeProvider.System);
        double share = window == TimeSpan.Zero ? 0 : (Environment.CpuUsage.TotalTime - processor) / window;
        double perSecond = window == TimeSpan.Zero ? 0 : app.Traffic.Requests / window.TotalSeconds;
        double workingSet = Environment.WorkingSet / 1e6;
        using Process self = Process.GetCurrentProcess();
        IdleMeasurements measured = new(
            readyAfter, alarmsAfter, toStart, perSecond, workingSet,
            self.PeakWorkingSet64 / 1e6, GC.GetTotalMemory(forceFullCollection: true), share);
        await Console.Out.WriteAsync(JsonSerializer.Serialize(measured));
    }

    private static double SinceProcessStart()
    {
        using Process self = Process.GetCurrentProcess();
        return (TimeProvider.System.GetUtcNow() - self.StartTime).TotalSeconds;
    }
}

/// <summary>What one process over a store in which items wait needed.</summary>
internal sealed record IdleMeasurements(
    double ReadySeconds,
    double AlarmsSeconds,
    int RequestsToStart,
    double RequestsPerSecond,
    double WorkingSetMegabytes,
    double PeakMegabytes,
    long HeapBytes,
    double ProcessorShare);
