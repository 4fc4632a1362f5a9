using System.Diagnostics;
using System.Globalization;
using System.Net;
using FollowUp.Access;
using FollowUp.Lives;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Tests.Access;

/// <summary>
/// Of what costs much, and of what opens nothing, a caller gets so many a minute; others and other calls go on meanwhile. Tests
/// <see cref="CallLimits"/>, <see cref="CallLimitSettings"/>, <see cref="CallerAddress"/>, <see cref="CostlyCalls"/> and
/// <see cref="TooManyCallsException"/>.
/// </summary>
public sealed class Too_many_calls
{
    private static readonly (string, string) Robot = (AccessKeys.Header, "robot-0123456789abcdef0123456789abcdef");
    private static readonly (string, string) Eye = (AccessKeys.Header, "eye-0123456789abcdef0123456789abcdef");
    private static readonly (string, string) Wrong = (AccessKeys.Header, "wrong-0123456789abcdef0123456789abcdef");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task that_cost_much_are_put_off_for_whoever_makes_them()
    {
        await using LocalHostUnderTest host = await Closed(("CallLimits:Costly", "2"));
        (await Call(host, "/api/exports/items", Robot)).Status.Should().NotBe(429);
        (await Call(host, "/api/exports/items", Robot)).Status.Should().NotBe(429);

        Answer third = await Call(host, "/api/exports/items", Robot);

        (third.Status, third.Problem).Should().Be((429, "too-many-calls"), third.Text);
        int.Parse(third.Message.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture).Should().BeInRange(1, 60);
        (await Call(host, "/api/exports/items", Eye)).Status.Should().NotBe(429, "it is another caller");
        (await Call(host, "/api/items", Robot)).Status.Should().Be(200, "it is another kind of call");
    }

    [Fact]
    public async Task with_a_key_or_a_link_that_opens_nothing_end_what_may_be_tried()
    {
        await using LocalHostUnderTest host = await Closed(("CallLimits:WrongKeys", "3"));
        (await Call(host, "/api/items", Wrong)).Status.Should().Be(401);
        (await Call(host, "/api/answers", ("x-followup-link", "v1.guess"))).Status.Should().Be(404);
        (await Call(host, "/api/feeds/guess.ics")).Status.Should().Be(404);

        foreach (Answer next in new[]
        {
            await Call(host, "/api/items", Wrong), await Call(host, "/api/feeds/another.ics"),
            await Call(host, "/api/answers", ("x-followup-link", "v1.another")),
        })
        {
            (next.Status, next.Problem).Should().Be((429, "too-many-calls"), next.Text);
            next.Message.Headers.Contains("Retry-After").Should().BeTrue();
        }

        (await Call(host, "/api/items", ("X-MS-CLIENT-PRINCIPAL-NAME", "office@nia.example"))).Status
            .Should().Be(200, "who is signed in sends neither");
        (await Call(host, "/api/items", Robot, ("X-Forwarded-For", "203.0.113.9"))).Status.Should().Be(200, "it comes from elsewhere");
    }

    /// <summary>As fast as anybody can: what comes back to them bit by bit lets one through a second, and not one at each bit.</summary>
    [Fact]
    public async Task with_wrong_keys_stay_few_for_whoever_goes_on()
    {
        await using LocalHostUnderTest host = await Closed(("CallLimits:WrongKeys", "60"));
        Stopwatch watch = Stopwatch.StartNew();
        int looked = 0;
        for (int n = 0; n < 600; n++)
        {
            looked += (await Call(host, "/api/items", Wrong)).Status == 401 ? 1 : 0;
        }

        looked.Should().BeLessThanOrEqualTo(62 + (int)watch.Elapsed.TotalSeconds);
    }

    [Fact]
    public async Task are_nobody_s_business_where_this_machine_alone_is_served()
    {
        await using LocalHostUnderTest host = await Started(new() { ["CallLimits:Costly"] = "1", ["CallLimits:WrongKeys"] = "1" });
        for (int i = 0; i < 4; i++)
        {
            (await Call(host, "/api/exports/items")).Status.Should().NotBe(429);
            (await Call(host, "/api/feeds/guess.ics")).Status.Should().NotBe(429);
        }
    }

    [Theory]
    [InlineData("198.51.100.7", null, "198.51.100.7")]
    [InlineData("198.51.100.7", "203.0.113.9", "198.51.100.7")]
    [InlineData("127.0.0.1", "10.0.0.1, 203.0.113.9:51234", "203.0.113.9")]
    [InlineData("::1", "203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.1", "nonsense", "127.0.0.1")]
    [InlineData("::ffff:198.51.100.7", null, "198.51.100.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", null, "2001:db8:1:2::")]
    [InlineData("127.0.0.1", "[2001:db8:1:2:3:4:5:6]:443", "2001:db8:1:2::")]
    public void are_counted_for_where_they_come_from(string connection, string? passedOn, string caller)
    {
        DefaultHttpContext http = new();
        http.Connection.RemoteIpAddress = IPAddress.Parse(connection);
        http.Request.Headers["X-Forwarded-For"] = passedOn;

        CallerAddress.Of(http).Should().Be(caller);
    }

    [Fact]
    public void of_a_kind_are_calls_that_there_are() =>
        CostlyCalls.All.Except(Trigger.All.Select(trigger => trigger.Function)).Should().BeEmpty();

    [Theory]
    [InlineData("CallLimits:Costly", "0")]
    [InlineData("CallLimits:WrongKeys", "many")]
    [InlineData("CallLimits:Costly", "1000001")]
    public void cannot_be_set_to_what_is_no_number(string setting, string value)
    {
        IConfiguration settings = new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build();

        CallLimitSettings.Fault(settings).Should().StartWith($"The setting {setting} must be ");
        settings.Invoking(CallLimitSettings.Read).Should().Throw<InvalidOperationException>();
    }

    private static Task<LocalHostUnderTest> Closed((string Name, string Value) limit) => Started(new()
    {
        ["Access:PlatformHeaders"] = "true",
        ["Access:Coordinators"] = "office@nia.example",
        ["Access:Keys:robot"] = Robot.Item2,
        ["Access:Keys:eye"] = Eye.Item2,
        [limit.Name] = limit.Value,
    });

    private static async Task<LocalHostUnderTest> Started(Dictionary<string, string?> settings)
    {
        LocalHostUnderTest host = new(Town.Moment("2020-05-11 10:00"), settings: settings);
        await host.Start(Cancel);
        return host;
    }

    private static async Task<Answer> Call(LocalHostUnderTest host, string path, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).Should().BeTrue();
        }

        return await Answer.Of(await host.Http.SendAsync(request, Cancel), Cancel);
    }
}
