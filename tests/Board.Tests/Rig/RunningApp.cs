using System.Text;
using FollowUp.Answers;
using FollowUp.LocalHost.Hosting;
using FollowUp.Start;
using FollowUp.Start.SignIn;
using FollowUp.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.Board.Tests.Rig;

/// <summary>The real app over tables of its own, with a clock that stands where it was put.</summary>
public sealed class RunningApp : IAsyncDisposable
{
    public const string RobotKey = "robot-0123456789abcdef0123456789abcdef";

    private readonly string folder;
    private readonly IHost host;
    private readonly FakeTimeProvider clock;
    private readonly IdleDetector idleDetector;

    private RunningApp(string folder, IHost host, FakeTimeProvider clock)
    {
        (this.folder, this.host, this.clock) = (folder, host, clock);
        idleDetector = host.Services.GetRequiredService<IdleDetector>();
        Http = new() { BaseAddress = new(host.Services.GetRequiredService<LocalHostAddress>().Url) };
    }

    public HttpClient Http { get; }

    /// <summary>What its letters' links are signed with.</summary>
    public LinkKeys Keys => new(LinkKey.Parse(File.ReadAllText(Path.Combine(folder, LinkKeyFile.Name)).Trim())!, null);

    public DateTimeOffset Now => clock.GetUtcNow();

    public static async Task<RunningApp> Start(DateTimeOffset now)
    {
        // In UTC, always: this clock compares moments by their ticks.
        FakeTimeProvider clock = new(now.ToUniversalTime());
        string folder = Directory.CreateTempSubdirectory("followup-board-").FullName;
        InMemoryTables tables = new(clock);
        IHost host = App.Build(
            clock, "http://127.0.0.1:0", InMemoryTables.ConnectionString, Path.Combine(folder, "letters"), LogLevel.Error, tables);
        await host.StartAsync();
        return new(folder, host, clock);
    }

    /// <summary>An office with nothing in it, where people sign in.</summary>
    public static async Task<RunningApp> StartClosed(DateTimeOffset now, Dictionary<string, string?> access)
    {
        FakeTimeProvider clock = new(now.ToUniversalTime());
        string folder = Directory.CreateTempSubdirectory("followup-board-").FullName;
        InMemoryTables tables = new(clock);
        LocalHostBuilder builder = new();
        builder.Configuration.Sources.Clear();
        _ = builder.Configuration.AddInMemoryCollection(access).AddInMemoryCollection(
        [
            new("AzureWebJobsStorage", InMemoryTables.ConnectionString), new("Letters:Folder", Path.Combine(folder, "letters")),
            new("Access:Keys:robot", RobotKey),
        ]);
        Sessions.Add(builder);
        IHost host = App.Build(builder, clock, "http://127.0.0.1:0", LogLevel.Error, tables);
        await host.StartAsync();
        return new(folder, host, clock);
    }

    /// <summary>One with the sample in it.</summary>
    public static async Task<RunningApp> Start(DateTimeOffset now, Dictionary<string, string?> access)
    {
        RunningApp app = await StartClosed(now, access);
        using HttpRequestMessage register = new(HttpMethod.Post, "/api/registers");
        register.Headers.Add("x-functions-key", RobotKey);
        register.Content = new StringContent(await File.ReadAllTextAsync(Root.Sample), Encoding.UTF8, "application/json");
        using HttpResponseMessage stored = await app.Http.SendAsync(register);
        stored.EnsureSuccessStatusCode();
        await app.Still();
        return app;
    }

    /// <summary>What ./start prints behind the <c>#</c>.</summary>
    public string Link(string address) => $"#/sign-in/{host.Services.GetRequiredService<OneTimeLink>().Issue(address)}";

    /// <summary>Lives through the script until a moment: whatever falls due on the way happens when it falls due.</summary>
    internal async Task Live(IEnumerable<Act> script, DateTimeOffset until)
    {
        Queue<Act> acts = new(script);
        while (true)
        {
            await Still();
            DateTimeOffset next = Earliest(until, acts.TryPeek(out Act? act) ? act.At : null, idleDetector.NextAlarm);
            Put(next);
            await Still();
            while (acts.TryPeek(out act) && act.At <= next)
            {
                await Perform(acts.Dequeue());
            }

            if (next == until)
            {
                await Still();
                return;
            }
        }
    }

    /// <summary>The clock as it is after an outage: nothing was done in between.</summary>
    public async Task Leap(DateTimeOffset to)
    {
        Put(to);
        await Still();
    }

    /// <summary>No letter can be written any more: where its folder was lies a file.</summary>
    public void CloseTheMailbox()
    {
        string letters = Path.Combine(folder, "letters");
        Directory.Move(letters, $"{letters}-before");
        File.WriteAllText(letters, "");
    }

    internal async Task Perform(Act act)
    {
        using HttpRequestMessage request = new(new(act.Method), act.Path);
        request.Content = act.Body is null ? null : new StringContent(act.Body, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await Http.SendAsync(request);
        if (!act.Meets((int)answer.StatusCode))
        {
            throw new InvalidOperationException(
                $"{act.Method} {act.Path} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.StopAsync();
        host.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private Task Still() => idleDetector.WhenIdle(CancellationToken.None);

    private void Put(DateTimeOffset moment)
    {
        if (moment > clock.GetUtcNow())
        {
            clock.SetUtcNow(moment.ToUniversalTime());
        }
    }

    private static DateTimeOffset Earliest(DateTimeOffset until, params DateTimeOffset?[] moments) =>
        moments.Where(moment => moment is not null).Append(until).Min()!.Value;
}
