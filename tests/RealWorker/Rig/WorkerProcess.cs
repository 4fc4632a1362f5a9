using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace FollowUp.RealWorker.Rig;

/// <summary>The built app in a process of its own, started with the arguments and the environment that Azure's host gives it.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> complaints = [];

    private WorkerProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => complaints.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it wrote to standard error.</summary>
    public string Complaints => string.Join('\n', complaints).Trim();

    /// <param name="settings">The app's settings, which on Azure are environment variables.</param>
    public static WorkerProcess Start(Uri host, string workerId, IReadOnlyDictionary<string, string> settings)
    {
        string size = int.MaxValue.ToString(CultureInfo.InvariantCulture);
        string[] arguments =
        [
            "--host", host.Host, "--port", $"{host.Port}", "--workerId", workerId, "--requestId", workerId, "--grpcMaxMessageLength", size,
            "--functions-uri", host.ToString(), "--functions-worker-id", workerId, "--functions-request-id", workerId,
            "--functions-grpc-max-message-length", size,
        ];
        ProcessStartInfo start = new("dotnet", [WorkerFolder.App, .. arguments])
        {
            WorkingDirectory = WorkerFolder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
                ["FUNCTIONS_APPLICATION_DIRECTORY"] = WorkerFolder.Path,
                ["FUNCTIONS_WORKER_DIRECTORY"] = WorkerFolder.Path,
            },
        };
        foreach ((string name, string value) in settings)
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    public async Task Kill(CancellationToken cancel)
    {
        process.Kill();
        await process.WaitForExitAsync(cancel);
    }

    /// <summary>Completes when it has ended by itself, with its exit code.</summary>
    public async Task<int> Exit(CancellationToken cancel)
    {
        await process.WaitForExitAsync(cancel);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }
}
