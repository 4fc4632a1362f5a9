using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FollowUp.Benchmarks.Rig;

namespace FollowUp.Benchmarks;

/// <summary>
/// What it costs that items wait: a fresh process over a store in which so many do, and one over an empty store beside it.
/// </summary>
internal static class IdleBenchmark
{
    public static async Task Measure(WaitingStores waiting, int items, TimeSpan window, Report report)
    {
        IdleMeasurements empty = await RunProcess(await waiting.CopyFile(0), TimeSpan.Zero);
        IdleMeasurements full = await RunProcess(await waiting.CopyFile(items), window);
        string name = $"SQLite: {items.ToString("#,0", CultureInfo.InvariantCulture)} items waiting";
        bool counts = items >= 100_000;
        report.Add($"{name}: process start to first answer, shift begun", full.ReadySeconds, "s", $"{empty.ReadySeconds:0.0} s with none");
        report.Add("process start to all alarms known", full.AlarmsSeconds, "s");
        report.Add("storage requests until then", full.RequestsToStart, "");
        report.AddWithTarget("storage requests at rest", full.RequestsPerSecond, "/s", Target.AtMost(1), counts);
        report.AddWithTarget("working set at rest", full.WorkingSetMegabytes, "MB", Target.AtMost(200), counts);
        report.Add("working set at its highest", full.PeakMegabytes, "MB", $"{empty.PeakMegabytes:0} MB with none");
        report.Add("managed heap", full.HeapBytes / 1e6, "MB", $"{empty.HeapBytes / 1e6:0.0} MB with none");
        report.Add("managed heap for each", (full.HeapBytes - empty.HeapBytes) / (double)Math.Max(items, 1), "bytes");
        report.Add("processor time at rest", full.ProcessorShare * 1_000, "ms/s");
    }

    private static async Task<IdleMeasurements> RunProcess(string file, TimeSpan window)
    {
        try
        {
            string self = Environment.GetCommandLineArgs()[0];
            string seconds = window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            ProcessStartInfo start = new("dotnet", [self, IdleProcess.Option, file, seconds]) { RedirectStandardOutput = true };
            using Process process = Process.Start(start)!;
            string said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0
                ? JsonSerializer.Deserialize<IdleMeasurements>(said)!
                : throw new InvalidOperationException($"The host ended with code {process.ExitCode}.");
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }
}
