using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FollowUp.Benchmarks.Rig;

namespace FollowUp.Benchmarks;

/// <summary>What it costs that items wait: a fresh process over a store in which so many do, and one over an empty store beside it.</summary>
internal static class Idle
{
    public static async Task Measure(Waiting waiting, int items, TimeSpan window, Figures figures)
    {
        IdleFigures empty = await Host(await waiting.FileOf(0), TimeSpan.Zero);
        IdleFigures full = await Host(await waiting.FileOf(items), window);
        string name = $"SQLite: {items.ToString("#,0", CultureInfo.InvariantCulture)} items waiting";
        bool counts = items >= 100_000;
        figures.Add($"{name}: process start to first answer, shift begun", full.ReadySeconds, "s", $"{empty.ReadySeconds:0.0} s with none");
        figures.Add("process start to all alarms known", full.AlarmsSeconds, "s");
        figures.Add("storage requests until then", full.RequestsToStart, "");
        figures.Goal("storage requests at rest", full.RequestsPerSecond, "/s", Goal.AtMost(1), counts);
        figures.Goal("working set at rest", full.WorkingSetMegabytes, "MB", Goal.AtMost(200), counts);
        figures.Add("working set at its highest", full.PeakMegabytes, "MB", $"{empty.PeakMegabytes:0} MB with none");
        figures.Add("managed heap", full.HeapBytes / 1e6, "MB", $"{empty.HeapBytes / 1e6:0.0} MB with none");
        figures.Add("managed heap for each", (full.HeapBytes - empty.HeapBytes) / (double)Math.Max(items, 1), "bytes");
        figures.Add("processor time at rest", full.ProcessorShare * 1_000, "ms/s");
    }

    private static async Task<IdleFigures> Host(string file, TimeSpan window)
    {
        try
        {
            string self = Environment.GetCommandLineArgs()[0];
            using Process process = Process.Start(new ProcessStartInfo("dotnet", [self, IdleHost.Option, file, window.TotalSeconds.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardOutput = true,
            })!;
            string said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0
                ? JsonSerializer.Deserialize<IdleFigures>(said)!
                : throw new InvalidOperationException($"The host ended with code {process.ExitCode}.");
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }
}
