using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using FollowUp.Tables;

namespace FollowUp.Start;

/// <summary>The table service for development, as a process of its own; one that answers already is used and left alone.</summary>
internal sealed class Azurite : IDisposable
{
    /// <summary>Where Azurite serves tables when nobody says otherwise.</summary>
    private const int UsualPort = 10002;

    /// <summary>SIGINT.</summary>
    private const int Interruption = 2;

    /// <summary>Node needs a second or two; after this long it will not come.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Azurite's published development account: no secret.</summary>
    private const string Account =
        "AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Process? process;
    private readonly FileStream? lockFile;

    private Azurite(Process? process, int port, FileStream? lockFile = null)
    {
        (this.process, this.lockFile) = (process, lockFile);
        ConnectionString = $"DefaultEndpointsProtocol=http;{Account};TableEndpoint=http://127.0.0.1:{port}/devstoreaccount1;";
    }

    public string ConnectionString { get; }

    /// <summary>
    /// Keeps its tables in <paramref name="folder"/>. One that a killed host left behind there is found again by what was noted
    /// down; else the usual port is taken, where somebody's own Azurite may answer already, or any free one.
    /// </summary>
    /// <exception cref="StoreFileException">Another start keeps its tables there.</exception>
    public static async Task<Azurite> StartIn(string folder, bool isOwn, CancellationToken cancel)
    {
        StoreFolder.Demand(folder, "--data");
        FileStream lockFile = Lock(folder);
        try
        {
            return await StartIn(folder, isOwn, lockFile, cancel);
        }
        catch
        {
            await lockFile.DisposeAsync();
            throw;
        }
    }

    private static async Task<Azurite> StartIn(string folder, bool isOwn, FileStream lockFile, CancellationToken cancel)
    {
        string note = Path.Combine(folder, "azurite");
        if (await LeftBehind(note, lockFile, cancel) is { } found)
        {
            return found;
        }

        bool taken = await Answers(UsualPort, cancel);
        if (taken && !isOwn)
        {
            return new(null, UsualPort, lockFile);
        }

        int port = taken ? FreePort() : UsualPort;
        Azurite azurite = await Run(port, ["--location", folder], lockFile, cancel);
        await File.WriteAllTextAsync(note, $"{port} {azurite.process!.Id}", cancel);
        return azurite;
    }

    /// <summary>
    /// Two that share one would end it under each other. The system lets go of this when the process ends, however it ends.
    /// </summary>
    private static FileStream Lock(string folder)
    {
        try
        {
            return new(Path.Combine(folder, "start.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (DiskTrouble.IsInUse(failure))
        {
            throw new StoreFileException(
                $"{folder} is in use by another FollowUp. End that one, or name another folder with --data.", failure);
        }
    }

    /// <summary>The one that an earlier start noted down, if it still answers; it is ended with this start.</summary>
    private static async Task<Azurite?> LeftBehind(string note, FileStream lockFile, CancellationToken cancel)
    {
        if (!File.Exists(note) || (await File.ReadAllTextAsync(note, cancel)).Split(' ') is not [var noted, var id]
            || !int.TryParse(noted, out int port) || !int.TryParse(id, out int process) || !await Answers(port, cancel))
        {
            return null;
        }

        try
        {
            return new(Process.GetProcessById(process), port, lockFile);
        }
        catch (ArgumentException)
        {
            // The process is gone, and somebody else has its port.
            return null;
        }
    }

    /// <summary>Keeps nothing.</summary>
    public static Task<Azurite> StartInMemory(CancellationToken cancel) =>
        Run(FreePort(), ["--inMemoryPersistence"], lockFile: null, cancel);

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            End(process);
        }

        process?.Dispose();
        lockFile?.Dispose();
    }

    /// <summary>As Ctrl+C does: it writes down what it has taken in its last five seconds, and ends. Anything else loses that.</summary>
    private static void End(Process process)
    {
        if (OperatingSystem.IsWindows() || Interrupt(process.Id, Interruption) != 0 || !process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Interrupt(int process, int signal);

    public static int FreePort()
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static async Task<Azurite> Run(int port, IEnumerable<string> where, FileStream? lockFile, CancellationToken cancel)
    {
        string program = await Installed(cancel);
        string[] options =
        [
            "--tableHost", "127.0.0.1", "--tablePort", $"{port}", "--skipApiVersionCheck", "--disableTelemetry", "--silent", .. where,
        ];

        // In a session of its own, where the system can do that: Ctrl+C must not take the tables away while the host drains.
        bool apart = File.Exists("/usr/bin/setsid");
        Process process = Process.Start(new ProcessStartInfo(apart ? "/usr/bin/setsid" : program, apart ? [program, .. options] : options)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Azurite azurite = new(process, port, lockFile);
        try
        {
            await azurite.Ready(port, cancel);
            return azurite;
        }
        catch
        {
            // In a session of its own it would outlive whoever gave up on it.
            azurite.Dispose();
            throw;
        }
    }

    /// <summary>The program; it is fetched the first time that it is needed.</summary>
    /// <exception cref="NodeMissingException">It is not there, and cannot be fetched.</exception>
    public static async Task<string> Installed(CancellationToken cancel)
    {
        string folder = Path.Combine(Root.Folder, "functions/Azurite");
        string program = Path.Combine(folder, "node_modules/.bin/azurite-table");
        if (!File.Exists(program))
        {
            await Console.Error.WriteLineAsync("Installing Azurite …");
            await Node.Install(folder, cancel);
        }

        return program;
    }

    private async Task Ready(int port, CancellationToken cancel)
    {
        using CancellationTokenSource tooLate = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        tooLate.CancelAfter(Patience);
        using PeriodicTimer look = new(TimeSpan.FromMilliseconds(50));
        try
        {
            while (!await Answers(port, tooLate.Token))
            {
                if (process!.HasExited)
                {
                    throw new UsageException(
                        $"Azurite ended with code {process.ExitCode}; remove functions/Azurite/node_modules to have it installed anew, "
                        + "or do without it: --store sqlite.");
                }

                _ = await look.WaitForNextTickAsync(tooLate.Token);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new UsageException(
                $"Azurite did not answer within {Patience.TotalSeconds} seconds; "
                + "start again when the machine is less busy, or do without it: --store sqlite.");
        }
    }

    private static async Task<bool> Answers(int port, CancellationToken cancel)
    {
        using TcpClient client = new();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancel);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
