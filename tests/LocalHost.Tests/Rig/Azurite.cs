using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FollowUp.LocalHost.Tests.Rig;

/// <summary>
/// A table service of one's own, in memory, on a free port. It ends with whoever started it, however that ends: it listens to
/// its standard input, which closes when the parent dies.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    private const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Process process;

    private Azurite(Process process, int port)
    {
        this.process = process;
        ConnectionString =
            $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={AccountKey};" +
            $"TableEndpoint=http://127.0.0.1:{port}/devstoreaccount1;";
    }

    public string ConnectionString { get; }

    public static async Task<Azurite> Start()
    {
        int port = FreePort();
        string main = Path.Combine(Root(), "functions", "Azurite", "node_modules", "azurite", "dist", "src", "table", "main.js");
        string untilParentEnds =
            $"process.stdin.resume().on('end', () => process.exit(0)); process.argv.splice(1, 0, 'azurite'); require({Quoted(main)})";
        ProcessStartInfo start = new("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "-e", untilParentEnds, "--", "--skipApiVersionCheck", "--disableTelemetry", "--inMemoryPersistence", "--silent",
                "--tableHost", "127.0.0.1", "--tablePort", $"{port}",
            },
        };
        Process process = Process.Start(start) ?? throw new InvalidOperationException("node does not start.");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("successfully", StringComparison.Ordinal))
            {
                return new(process, port);
            }
        }

        throw new InvalidOperationException($"Azurite ended before it listened. Is it installed? (npm ci in {Root()}/functions/Azurite)");
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FollowUp.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("FollowUp.sln is in no folder above the tests.");
    }
}
