using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace FollowUp.AzureEngine;

/// <summary>
/// Blobs, queues and tables of one's own, in memory, on free ports, with as many accounts as are asked for. They end with whoever started
/// them, however that ends: they listen to their standard input, which closes when the parent dies.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    /// <summary>More than will ever be asked for; an account costs nothing until it is used.</summary>
    private const int AccountsMax = 100;

    /// <summary>No secret: it guards a store in memory that lives for one run.</summary>
    private static readonly string Key = Convert.ToBase64String(new byte[16]);

    private static readonly string[] Services = ["blob", "queue", "table"];

    private readonly Process process;
    private readonly int[] ports;
    private int accounts;

    private Azurite(Process process, int[] ports) => (this.process, this.ports) = (process, ports);

    public static async Task<Azurite> Start()
    {
        int[] ports = FreePorts();
        string root = Root();
        string main = JsonSerializer.Serialize(
            Path.Combine(root, "functions", "Azurite", "node_modules", "azurite", "dist", "src", "azurite.js"));
        ProcessStartInfo start = new("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(1, AccountsMax).Select(n => $"account{n}:{Key}")) },
            ArgumentList =
            {
                "-e",
                $"process.stdin.resume().on('end', () => process.exit(0)); process.argv.splice(1, 0, 'azurite'); require({main})",
                "--",
                "--skipApiVersionCheck", "--disableTelemetry", "--inMemoryPersistence", "--silent",
            },
        };
        foreach ((string service, int port) in Services.Zip(ports))
        {
            string[] where = [$"--{service}Host", "127.0.0.1", $"--{service}Port", $"{port}"];
            Array.ForEach(where, start.ArgumentList.Add);
        }

        Process process = Process.Start(start) ?? throw new InvalidOperationException("node does not start.");
        int listening = 0;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            listening += line.Contains("successfully listening", StringComparison.Ordinal) ? 1 : 0;
            if (listening == Services.Length)
            {
                return new(process, ports);
            }
        }

        throw new InvalidOperationException($"Azurite ended before it listened. Is it installed? (npm ci in {root}/functions/Azurite)");
    }

    /// <summary>The connection string of an account that nobody else has.</summary>
    public string NewAccount()
    {
        string account = $"account{Interlocked.Increment(ref accounts)}";
        string endpoints = string.Concat(Services.Zip(ports, (service, port) =>
            $"{char.ToUpperInvariant(service[0])}{service[1..]}Endpoint=http://127.0.0.1:{port}/{account};"));
        return $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};{endpoints}";
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>All are held until each is known, or one might be given out twice.</summary>
    private static int[] FreePorts()
    {
        TcpListener[] listeners = [.. Services.Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        try
        {
            Array.ForEach(listeners, listener => listener.Start());
            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            Array.ForEach(listeners, listener => listener.Dispose());
        }
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
