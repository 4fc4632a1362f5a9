using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core.Pipeline;
using FollowUp.Delivery;
using FollowUp.LocalHost.Hosting;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.Tests.Rig;

/// <summary>
/// A place with the whole product in it: the app on its host, tables of its own, a mailbox, and a clock that stands until the
/// test moves it. Moments are written as people in Beijing read them.
/// </summary>
public sealed class Town : IAsyncDisposable
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>How long a host that was killed still holds its lease.</summary>
    private static readonly TimeSpan LeaseEnds = TimeSpan.FromSeconds(31);

    /// <summary>A story that jumps more often than this never ends.</summary>
    private const int JumpsMax = 2_000;

    /// <summary>
    /// Two hosts that are built at once may not find their functions' parameters: LocalHost tells them apart by reference.
    /// </summary>
    private static readonly Lock Building = new();

    private readonly FakeTimeProvider clock;
    private IHost? host;
    private HttpClient? http;
    private readonly ILetterChannel channel;
    private bool wasKilled;

    private Town(Dump tables, DateTimeOffset at, ILetterChannel? channel)
    {
        Tables = tables;
        clock = new(at.ToUniversalTime());
        Mailbox = new(clock);
        this.channel = channel ?? Mailbox;
    }

    /// <summary>Whoever stops the host may have it go on over others.</summary>
    public Dump Tables { get; set; }
    public Mailbox Mailbox { get; }
    /// <summary>Of the host that runs now; a new host gets a new one.</summary>
    public Wire Wire { get; private set; } = new();

    public DurableTaskClient Hub => Services.GetRequiredService<LocalTaskHub>().Client;

    public HttpClient Http => http!;
    /// <summary>What links in letters are signed with; new ones count from the next start.</summary>
    public (string Key, string? Previous) Keys { get; set; } = (KeyOf(1), null);

    public DateTimeOffset Now => clock.GetUtcNow();

    public IReadOnlyList<string> Letters => Mailbox.Lines;

    public IServiceProvider Services => host!.Services;

    private IdleDetector IdleDetector => Services.GetRequiredService<IdleDetector>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A town with nothing in its register.</summary>
    public static async Task<Town> Empty(string moment, ILetterChannel? channel = null, Dump? tables = null)
    {
        Town town = new(tables ?? new(await SharedAzurite.NewAccount()), Moment(moment), channel);
        await town.Start();
        return town;
    }

    /// <summary>A town that knows its people.</summary>
    public static async Task<Town> Of(string moment, ILetterChannel? channel = null)
    {
        Town town = await Empty(moment, channel);
        (await town.Post("/api/registers", new JsonObject { ["people"] = Papers.People })).Status.Should().Be(200);
        return town;
    }

    /// <summary>A town that agreed on these items, registered on the day of signature at ten.</summary>
    public static Task<Town> With(params JsonNode[] items) => With(null, items);
    public static async Task<Town> With(ILetterChannel? channel, params JsonNode[] items)
    {
        Town town = await Of("2020-05-11 10:00", channel);
        Answer answer = await town.Post("/api/agreements", Papers.AgreementOf(Papers.Agreement, items));
        answer.Status.Should().Be(201, answer.Text);
        return town;
    }

    public static DateTimeOffset Moment(string moment) =>
        new(DateTime.Parse(moment, CultureInfo.InvariantCulture), Offset);

    public static string KeyOf(byte seed) => Convert.ToBase64String([.. Enumerable.Repeat(seed, 32)]);

    public static string PathOf(string item) => $"/api/agreements/{Papers.Agreement}/items/{item}";
    public Task<Answer> Get(string path) => Call("GET", path, null);
    public Task<Answer> Post(string path, JsonNode body, params (string Name, string Value)[] headers) =>
        Call("POST", path, body.ToJsonString(), headers);

    public Task<Answer> Put(string path, JsonNode body, params (string Name, string Value)[] headers) =>
        Call("PUT", path, body.ToJsonString(), headers);

    /// <summary>A call, and everything that it sets off at once.</summary>
    public async Task<Answer> Call(string method, string path, string? body, params (string Name, string Value)[] headers)
    {
        Answer answer = await Send(method, path,
            body is null ? null : new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")), headers);
        await Still();
        return answer;
    }

    /// <summary>A call alone; what it sets off goes on.</summary>
    public async Task<Answer> Send(string method, string path, HttpContent? body, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(new(method), path) { Content = body };
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).Should().BeTrue();
        }

        return await Answer.Of(await Http.SendAsync(request, Cancel), Cancel);
    }

    /// <summary>Time passes, from alarm to alarm.</summary>
    public Task Until(string moment) => Until(Moment(moment).ToUniversalTime());

    internal async Task Until(DateTimeOffset end)
    {
        await Still();
        for (int jumps = 0; !Wire.IsCut && IdleDetector.NextAlarm is { } next && next <= end; jumps++)
        {
            jumps.Should().BeLessThan(JumpsMax, "a clock that rings for ever tells nothing");
            clock.SetUtcNow(next.ToUniversalTime());
            await Still();
        }

        if (!Wire.IsCut && end > Now)
        {
            clock.SetUtcNow(end);
            await Still();
        }
    }

    /// <summary>Time passes, from alarm to alarm, and somebody cuts the wire meanwhile: that host is dead.</summary>
    /// <returns>Whether it died before the moment came.</returns>
    public async Task<bool> DiesBefore(string moment)
    {
        Task all = Until(moment);
        await Task.WhenAny(all, Wire.WhenCut);
        if (!Wire.IsCut)
        {
            await all;
            return false;
        }

        await Kill();
        return true;
    }

    /// <summary>Time passes while nobody is there.</summary>
    public void SleepUntil(string moment)
    {
        host.Should().BeNull("a host that runs does not sleep");
        clock.SetUtcNow(Moment(moment).ToUniversalTime());
    }

    /// <summary>Somebody corrects the clock. What waits goes on waiting as long as it would have.</summary>
    public void SetBack(TimeSpan by) => clock.AdjustTime(clock.GetUtcNow() - by);

    /// <summary>Completes when nothing is under way any more; a host whose wire was cut is as still as it will be.</summary>
    public Task Still() => Task.WhenAny(IdleDetector.WhenIdle(Cancel), Wire.WhenCut).Unwrap();

    public async Task Start(Action<string>? before = null)
    {
        if (wasKilled)
        {
            clock.Advance(LeaseEnds);
            wasKilled = false;
        }

        Wire = before is null ? new(Tables.Store) : new(Tables.Store) { Before = before };
        lock (Building)
        {
            host = Build();
        }

        await host.StartAsync(Cancel);
        http = new() { BaseAddress = new(Services.GetRequiredService<LocalHostAddress>().Url) };
        await Still();
    }

    public async Task Stop()
    {
        http?.Dispose();
        await host!.StopAsync(Cancel);
        host.Dispose();
        host = null;
    }

    /// <summary>The end without a drain: nothing reaches the store any more, and what runs is told to give up at once.</summary>
    public async Task Kill()
    {
        Wire.Cut();
        http?.Dispose();
        await host!.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        host.Dispose();
        host = null;
        wasKilled = true;
    }

    public async ValueTask DisposeAsync()
    {
        http?.Dispose();
        if (host is not null)
        {
            await host.StopAsync(CancellationToken.None);
            host.Dispose();
        }
    }

    private IHost Build()
    {
        LocalHostBuilder builder = new();
        _ = builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = Tables.Connection,
            ["Board:Url"] = "https://board.example/board/",
            ["Links:Key"] = Keys.Key,
            ["Links:PreviousKey"] = Keys.Previous,
        });
        _ = builder.Logging.ClearProviders();
        _ = builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton(channel).AddSingleton<HttpPipelineTransport>(Wire);
        _ = builder.Use(local =>
        {
            local.Functions = typeof(FollowUpServices).Assembly;
            local.Url = "http://127.0.0.1:0";
            local.StorageTransport = Wire;
        });
        _ = builder.Services.AddFollowUp(builder.Configuration);
        return builder.Build();
    }
}
