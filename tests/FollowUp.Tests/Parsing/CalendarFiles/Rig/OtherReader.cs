using System.Diagnostics;
using System.Text.Json;
using NodaTime;

namespace FollowUp.Tests.Parsing.CalendarFiles.Rig;

/// <summary>Another program's reading of calendar files: <c>tests/CalendarReader</c>, kept open for one file after the other.</summary>
internal sealed class OtherReader : IDisposable
{
    private static readonly string Folder = Path.Combine(Checkout.Folder, "tests", "CalendarReader");

    private readonly Process process;

    public OtherReader()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "ical.js")))
        {
            throw new InvalidOperationException("The independent reader is not installed: npm ci --prefix tests/CalendarReader");
        }

        process =
            Process.Start(
                new ProcessStartInfo(
                    "node", [Path.Combine(Folder, "read.mjs")])
                { RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("Node cannot be started.");
    }

    /// <summary>Each day with its sort and name, in order: <c>2024-06-10 off x</c>.</summary>
    /// <returns>Null, and why, where it cannot read the file.</returns>
    public (List<string>? Days, string? Error) Read(byte[] file, LocalDate through, string working, string ignore)
    {
        process.StandardInput.WriteLine(
            JsonSerializer.Serialize(new { file = Convert.ToBase64String(file), through = $"{through:uuuu-MM-dd}", working, ignore }));
        process.StandardInput.Flush();
        string line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The independent reader has ended.");
        JsonElement answer = JsonDocument.Parse(line).RootElement;
        return answer.TryGetProperty("days", out JsonElement days)
            ? ([.. days.EnumerateArray().Select(day => day.GetString()!)], null)
            : (null, answer.GetProperty("error").GetString());
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }
}
