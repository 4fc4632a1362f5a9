using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FollowUp.Tests.Start.Rig;

/// <summary>What <c>./start</c> runs, as a process with an environment of its own.</summary>
internal sealed class StartedProgram : IDisposable
{
    private static readonly string File =
        Path.Combine(AppContext.BaseDirectory.Replace("FollowUp.Tests", "Start", StringComparison.Ordinal), "FollowUp.Start.dll");

    private readonly Process process;

    private Task<string>? rest;

    private StartedProgram(Process process) => this.process = process;

    /// <summary>What it said on standard error so far.</summary>
    public List<string> Said { get; } = [];

    public string All => string.Join('\n', Said);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="environment">On top of an environment in which nobody gets mail.</param>
    public static StartedProgram Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(
            Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet",
            [File, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment.Prepend(("Smtp__Host", "")))
        {
            start.Environment[name] = value;
        }

        StartedProgram program = new(Process.Start(start)!);
        program.process.OutputDataReceived += (_, _) => { };
        program.process.BeginOutputReadLine();
        return program;
    }

    /// <summary>Until it has said where the board is; it is served from then on.</summary>
    /// <returns>The board's address.</returns>
    public async Task<string> Serves()
    {
        while (await process.StandardError.ReadLineAsync(Cancel) is { } line)
        {
            Said.Add(line);
            if (line.Contains("Ctrl+C", StringComparison.Ordinal))
            {
                rest = process.StandardError.ReadToEndAsync(Cancel);
                return All.Split("The board is at ")[1].Split(',')[0];
            }
        }

        throw new InvalidOperationException($"It did not start: {All}");
    }

    /// <summary>Until it has come to its end.</summary>
    public async Task<int> Ends()
    {
        Said.AddRange((await (rest ?? process.StandardError.ReadToEndAsync(Cancel))).Split('\n'));
        await process.WaitForExitAsync(Cancel);
        return process.ExitCode;
    }

    /// <summary>As Ctrl+C does.</summary>
    public async Task<int> Interrupt()
    {
        using Process kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await kill.WaitForExitAsync(Cancel);
        return await Ends();
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    public static string FreePort()
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return $"{((IPEndPoint)socket.LocalEndPoint!).Port}";
    }
}
