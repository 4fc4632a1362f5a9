using System.Diagnostics;

namespace FollowUp.Processes.Rig;

/// <summary>
/// A table service that keeps its rows in a folder, and may be ended and started again. It ends with the test, however that ends.
/// </summary>
internal sealed class Azurite : IDisposable
{
    /// <summary>No secret: it guards a store that lives for one test.</summary>
    private static readonly string Key = Convert.ToBase64String(new byte[16]);

    private readonly string? folder;
    private readonly int port = Places.Port();
    private Process? process;

    /// <param name="folder">Where it keeps its rows; null for memory.</param>
    public Azurite(string? folder = null) => this.folder = folder;

    public string Connection =>
        $"DefaultEndpointsProtocol=http;AccountName=town;AccountKey={Key};TableEndpoint=http://127.0.0.1:{port}/town;";

    public async Task Start(CancellationToken cancel)
    {
        string main = Path.Combine(Places.Root, "functions/Azurite/node_modules/azurite/dist/src/table/main.js");
        string untilParentEnds =
            $"process.stdin.resume().on('end', () => process.exit(0)).unref(); process.argv.splice(1, 0, 'azurite'); "
                + $"require({System.Text.Json.JsonSerializer.Serialize(main)})";
        string[] where = folder is null ? ["--inMemoryPersistence"] : ["--location", folder];
        process = Process.Start(new ProcessStartInfo(
            "node", [
                "-e",
                untilParentEnds,
                "--",
                "--skipApiVersionCheck",
                "--disableTelemetry",
                "--silent",
                "--tableHost",
                "127.0.0.1",
                "--tablePort",
                $"{port}",
                .. where,
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["AZURITE_ACCOUNTS"] = $"town:{Key}" },
        })!;
        while (await process.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            if (line.Contains("successfully", StringComparison.Ordinal))
            {
                // Read on, or it would stop some day with nobody to listen.
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        throw new InvalidOperationException("Azurite ended before it listened.");
    }

    /// <summary>As Ctrl+C does: it writes its file, and ends. (Nothing else makes it: it knows no SIGTERM.)</summary>
    public async Task Stop(CancellationToken cancel)
    {
        process!.Interrupt();
        await process!.WaitForExitAsync(cancel);
        process.ExitCode.Should().Be(0);
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            process.WaitForExit();
        }

        process?.Dispose();
    }
}
