using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using FollowUp.Delivery;
using FollowUp.Lives;
using FollowUp.Operations.Watching;
using FollowUp.Tests.Rig;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace FollowUp.Tests.Operations.Watching;

/// <summary>
/// What has died cannot tell: somebody outside misses what a living one says once a minute. Tests <see cref="DeadMansPing"/> and
/// <see cref="PingSettings"/>.
/// </summary>
public sealed class A_ping
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task comes_once_a_minute_and_stays_away_while_an_alarm_stands()
    {
        ConcurrentQueue<string> pings = new();
        await using WebApplication outside = await Outside(request =>
        {
            pings.Enqueue($"{request.Method} {request.Path}");
            return 200;
        });
        await using LocalHostUnderTest host = new(Town.Moment("2020-05-11 10:00"), settings: new Dictionary<string, string?>
        {
            ["Alarms:PingUrl"] = $"{outside.Urls.First()}/ping/secret",
        });
        await host.Start(Cancel);
        await Minutes(host, 5);

        // The pulse of a minute sees the sweep of the minute before, or of its own.
        pings.Count.Should().BeInRange(4, 5);
        pings.Should().OnlyContain(ping => ping == "GET /ping/secret");

        host.Mailbox.Before = _ => throw new DeliveryDelayedException("The mail server", new IOException());
        await Register(host);
        await Minutes(host, 12);
        pings.Clear();
        await Minutes(host, 2);
        pings.Should().BeEmpty("no letter has been taken for so long that an alarm stands");
    }

    [Theory]
    [InlineData(503, "it answered 503")]
    [InlineData(302, "it answered 302")]
    [InlineData(null, "ConnectionError")]
    public async Task that_fails_is_told_without_its_secret(int? status, string why)
    {
        await using WebApplication outside = await Outside(_ => status ?? 200);
        string host = status is null ? $"127.0.0.1:{FreePort()}" : new Uri(outside.Urls.First()).Authority;
        Lines log = new();
        using DeadMansPing ping = new(new(new Uri($"http://{host}/ping/secret")), log);

        await ping.Send(Cancel);

        log.All.Should().Equal($"The ping that all is well was not taken by {host}: {why}");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("https://pings.example/secret", true)]
    [InlineData("http://127.0.0.1:8000/secret", true)]
    [InlineData("http://[::1]:8000/secret", true)]
    [InlineData("http://localhost/secret", true)]
    [InlineData("http://pings.example/secret", false)]
    [InlineData("http://127.0.0.1.example/secret", false)]
    [InlineData("https://me:secret@pings.example/", false)]
    [InlineData("ftp://pings.example/secret", false)]
    [InlineData("/secret", false)]
    [InlineData("pings.example", false)]
    public void goes_to_an_address_that_nobody_can_read_on_the_way(string set, bool isTaken)
    {
        IConfiguration settings = new ConfigurationBuilder().AddInMemoryCollection([new("Alarms:PingUrl", set)]).Build();

        string? fault = PingSettings.Fault(settings);

        (fault is null).Should().Be(isTaken, fault);
        if (!isTaken)
        {
            fault.Should().StartWith("The setting Alarms:PingUrl must be an address like https://").And.NotContain($" {set} ");
            settings.Invoking(PingSettings.Read).Should().Throw<InvalidOperationException>().WithMessage(fault);
        }
    }

    private static async Task Register(LocalHostUnderTest host)
    {
        JsonObject register = new()
        {
            ["people"] = Papers.People,
            ["agreements"] = new JsonArray(Papers.AgreementOf(Papers.Agreement, Papers.ItemOf())),
        };
        using HttpResponseMessage answer = await host.Http.PostAsJsonAsync("/api/registers", register, Cancel);
        answer.IsSuccessStatusCode.Should().BeTrue();
    }

    private static async Task Minutes(LocalHostUnderTest host, int minutes)
    {
        for (int minute = 0; minute < minutes; minute++)
        {
            host.Jump(host.Clock.GetUtcNow().AddMinutes(1));
            await host.WhenStill(Cancel);
        }
    }

    private static async Task<WebApplication> Outside(Func<HttpRequest, int> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        _ = builder.Logging.ClearProviders();
        _ = builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication outside = builder.Build();
        outside.MapFallback((HttpRequest request) => Results.StatusCode(answer(request)));
        await outside.StartAsync(Cancel);
        return outside;
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Lines : ILogger<DeadMansPing>
    {
        public List<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Add($"{formatter(state, exception)}{exception}");
    }
}
