using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FollowUp.Tests.Rig;

/// <summary>
/// A service of storage of one's own, in memory, on a free port, with an account for every town. It ends with whoever started it,
/// however that ends: it listens to its standard input, which closes when the parent dies.
/// </summary>
internal sealed class Azurite : IAsyncDisposable
{
    /// <summary>More than there will ever be tests; an account costs nothing until it is used.</summary>
    private const int AccountsMax = 1_000;

    /// <summary>No secret: it guards a store in memory that lives for one test run.</summary>
    private static readonly string Key = Convert.ToBase64String(new byte[16]);

    private readonly Process process;
    private readonly int port;
    private readonly string endpoint;
    private int accounts;

    private Azurite(Process process, int port, string endpoint) => (this.process, this.port, this.endpoint) = (process, port, endpoint);

    /// <param name="service">One of Azurite's: <c>table</c> or <c>blob</c>.</param>
    public static async Task<Azurite> Start(string service)
    {
        int port = FreePort();
        string main = Path.Combine(Root(), "functions", "Azurite", "node_modules", "azurite", "dist", "src", service, "main.js");
        string untilParentEnds =
            $"process.stdin.resume().on('end', () => process.exit(0)); process.argv.splice(1, 0, 'azurite'); "
                + $"require({System.Text.Json.JsonSerializer.Serialize(main)})";
        ProcessStartInfo start = new("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(1, AccountsMax).Select(n => $"town{n}:{Key}")) },
            ArgumentList =
            {
                "-e", untilParentEnds, "--", "--skipApiVersionCheck", "--disableTelemetry", "--inMemoryPersistence", "--silent",
                $"--{service}Host", "127.0.0.1", $"--{service}Port", $"{port}",
            },
        };
        Process process = Process.Start(start) ?? throw new InvalidOperationException("node does not start.");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("successfully", StringComparison.Ordinal))
            {
                return new(process, port, $"{char.ToUpperInvariant(service[0])}{service[1..]}Endpoint");
            }
        }

        throw new InvalidOperationException($"Azurite ended before it listened. Is it installed? (npm ci in {Root()}/functions/Azurite)");
    }

    /// <summary>Where a town finds what nobody else has.</summary>
    public string NewAccount()
    {
        string account = $"town{Interlocked.Increment(ref accounts)}";
        return $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};{endpoint}=http://127.0.0.1:{port}/{account};";
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

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
