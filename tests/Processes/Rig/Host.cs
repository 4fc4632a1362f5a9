using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace FollowUp.Processes.Rig;

/// <summary>The app in a process of its own, which is there to be killed.</summary>
internal sealed class Host : IDisposable
{
    public static readonly string Program = Path.Combine(Places.Root, "artifacts/bin/Hosts/release/Hosts.dll");

    private readonly Process process;
    private readonly PostOffice post;
    private readonly int door;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> said = [];
    private readonly SemaphoreSlim lines = new(0);
    private readonly Stopwatch life = Stopwatch.StartNew();

    private Host(Process process, PostOffice post, int door)
    {
        (this.process, this.post, this.door) = (process, post, door);
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Completes when it answers calls; fails when it ends before.</summary>
    public Task Ready => ready.Task;

    /// <summary>Since it was started.</summary>
    public TimeSpan Age => life.Elapsed;

    /// <summary>How often it logged that another one is the active host now.</summary>
    public int Losses => said.Count(line => line.Contains("is no longer the active one", StringComparison.Ordinal));

    /// <param name="post">Whose clock it lives by, and where it has a door of its own.</param>
    public static Host Start(string store, int port, PostOffice post)
    {
        int door = post.Open();
        Process process = Process.Start(
            new ProcessStartInfo("dotnet", [Program, store, $"http://127.0.0.1:{port}", .. post.Clock.Arguments])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["Smtp__Host"] = "127.0.0.1", ["Smtp__Port"] = $"{door}", ["Smtp__Security"] = "None", ["NO_COLOR"] = "1" },
            })!;
        return new(process, post, door);
    }

    public async Task Kill()
    {
        process.HasExited.Should().BeFalse($"it ends only when it is killed: {string.Join('\n', said)}");
        post.Interrupt(door);
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>As whoever ends it in good order: it drains.</summary>
    public async Task Stop(CancellationToken cancel)
    {
        process.Terminate();
        await process.WaitForExitAsync(cancel);
    }

    public void Pause()
    {
        post.Interrupt(door);
        process.Pause();
    }

    public void Continue() => process.Continue();

    /// <summary>Completes when it has found out so many times in all that another host has taken its place.</summary>
    public async Task Loses(int times, CancellationToken cancel)
    {
        while (Losses < times)
        {
            await lines.WaitAsync(cancel);
        }
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

    private void Hear(string? line)
    {
        if (line == "ready")
        {
            _ = ready.TrySetResult();
        }
        else if (line is null)
        {
            _ = ready.TrySetException(new InvalidOperationException($"The host ended: {string.Join('\n', said)}"));
        }
    }

    private void Read(string? line)
    {
        if (line is not null)
        {
            said.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{post.Clock.Now:HH:mm:ss.fff} {line}"));
            _ = lines.Release();
        }
    }
}
