using System.Net;
using FollowUp.Access;
using FollowUp.Lives;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Tests.Access;

/// <summary>
/// Where nobody signs in, this machine alone is served, and no page of elsewhere gets it to do or tell anything. Tests
/// <see cref="AccessScreen"/>, <see cref="Loopback"/> and <see cref="CrossSite"/>.
/// </summary>
public sealed class This_machine_alone(Office office) : IClassFixture<Office>
{
    private const string Receipt = "/api/agreements/minutes/items/protocol/receipt";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "127.0.0.1.evil.example")]
    [InlineData("Host", "localhost.evil.example")]
    [InlineData("Host", "192.168.1.20:7071")]
    [InlineData("X-Forwarded-Host", "followup.office.example")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Original-For", "127.0.0.1:9")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    public async Task is_asked_for_by_its_own_name(string header, string value)
    {
        foreach (string path in new[] { "/api/items", "/api/agreements/minutes/items/protocol", "/api/people" })
        {
            Answer answer = await office.Send("GET", path, null, (header, value));
            (answer.Status, answer.Problem).Should().Be((403, "this-machine-only"));
            ((string)answer.Body!["detail"]!).Should().Contain("call it there, as localhost");
        }

        (await office.Send("GET", "/api/health/live", null, (header, value))).Status.Should().Be(200, "that it lives is no secret");
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:9")]
    [InlineData("followup.localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("127.1.2.3:7071")]
    [InlineData("[::1]:7071")]
    public async Task has_these_names(string host) =>
        (await office.Send("GET", "/api/items", null, ("Host", host))).Status.Should().Be(200);

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("::ffff:203.0.113.7", false)]
    [InlineData("10.0.0.5", false)]
    [InlineData("fe80::1", false)]
    [InlineData(null, false)]
    public void is_where_a_call_comes_from(string? address, bool isHere)
    {
        DefaultHttpContext http = new();
        http.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        http.Request.Host = new("localhost");
        Loopback.IsMeant(http.Request).Should().Be(isHere);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", true)]
    [InlineData("Sec-Fetch-Site", "same-site", true)]
    [InlineData("Sec-Fetch-Site", "", true)]
    [InlineData("Sec-Fetch-Site", "same-origin", false)]
    [InlineData("Sec-Fetch-Site", "none", false)]
    [InlineData("Origin", "https://evil.example", true)]
    [InlineData("Origin", "null", true)]
    [InlineData("Origin", "http://localhost:3000", true)]
    [InlineData("Origin", "http://127.0.0.1", true)]
    [InlineData("Origin", "https://board.example", false)]
    public async Task is_not_driven_by_a_page_of_elsewhere(string header, string value, bool isForged)
    {
        IReadOnlyList<string> before = await office.Stored();
        foreach ((string method, string path) in Trigger.Calls.Where(call => call.Method is "POST" or "PUT" or "DELETE"))
        {
            Answer answer = await office.Send(method, path, Office.Bytes("[]"u8.ToArray(), "text/plain"), (header, value));
            (answer.Problem == "cross-site").Should().Be(isForged, $"of {method} {path}: {answer}");
        }

        (await office.Stored()).Should().Equal(before);
    }

    [Fact]
    public async Task is_driven_by_our_own_page()
    {
        string origin = office.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        (await office.Send("PUT", Receipt, Office.Json("[]"), ("Origin", origin))).Status.Should().Be(422);
        (await office.Send("GET", "/api/items", null, ("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site"))).Status
            .Should().Be(200, "what another origin reads its browser does not give to it");
    }

    /// <summary>Whoever says that they are somebody, where nothing says that anybody may: they are taken for nobody at all.</summary>
    [Fact]
    public async Task is_no_place_where_headers_say_who_one_is()
    {
        LocalHostUnderTest closed = new(Town.Moment("2020-05-11 10:00"), settings: new Dictionary<string, string?>
        {
            ["Access:Admins"] = "admin@nia.example",
        });
        await using (closed)
        {
            await closed.Start(Cancel);
            foreach (string header in new[] { "X-MS-CLIENT-PRINCIPAL-NAME", "x-ms-client-principal", "X-MS-CLIENT-PRINCIPAL-ID" })
            {
                using HttpRequestMessage request = new(HttpMethod.Get, "/api/items");
                request.Headers.Add(header, "admin@nia.example");
                using HttpResponseMessage answer = await closed.Http.SendAsync(request, Cancel);
                answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized, header);
            }
        }
    }

    [Fact]
    public async Task is_nothing_that_a_platform_serves()
    {
        LocalHostUnderTest unset = new(Town.Moment("2020-05-11 10:00"), settings: new Dictionary<string, string?>
        {
            ["WEBSITE_INSTANCE_ID"] = "0a1b",
        });
        await using (unset)
        {
            await unset.Start(Cancel);
            foreach (Trigger trigger in Trigger.All.Where(trigger => trigger.Methods.Count > 0))
            {
                using HttpRequestMessage request = new(new(trigger.Methods[0]), trigger.Path);
                Answer answer = await Answer.Of(await unset.Http.SendAsync(request, Cancel), Cancel);
                bool isPublic = AccessRule.Of(trigger.Function)!.Scope == AccessScope.Public;
                (answer.Problem == "access-not-set").Should().Be(!isPublic, trigger.Function);
                if (!isPublic)
                {
                    ((string)answer.Body!["detail"]!).Should().Contain("Access:PlatformHeaders").And.Contain("Access:Keys:NAME");
                }
            }
        }
    }
}
