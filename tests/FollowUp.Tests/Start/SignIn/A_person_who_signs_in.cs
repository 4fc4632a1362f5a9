using System.Net;
using System.Text.Json.Nodes;
using System.Web;
using FollowUp.Access;
using FollowUp.Start.SignIn;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Start.SignIn.Rig;

namespace FollowUp.Tests.Start.SignIn;

/// <summary>
/// Over a real OpenID provider: out and back with code, PKCE, state and nonce, into a session that no other page can use. Tests
/// <see cref="Sessions"/>, <see cref="SessionTickets"/>, <see cref="Provider"/>, <see cref="SignInPages"/>, <see cref="SignedIn"/> and
/// <see cref="CrossSite"/>.
/// </summary>
public sealed class A_person_who_signs_in(SignedOffice office) : IClassFixture<SignedOffice>
{
    private const string Receipt = "/api/agreements/minutes/items/protocol/receipt";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task sees_and_does_what_is_theirs_until_they_sign_out()
    {
        using Browser browser = new();
        (await Status(browser, "/api/items")).Should().Be(HttpStatusCode.Unauthorized);
        (Uri end, HttpResponseMessage shown) = await office.SignIn(browser, "law");

        (end.AbsolutePath, shown.StatusCode).Should().Be(("/board/", HttpStatusCode.OK));
        JsonNode me = await Json(await browser.Send("GET", office.At("/api/me")));
        ((string)me["address"]!, (string)me["people"]![0]!, (string)me["signOut"]!["href"]!)
            .Should().Be(("law@nia.example", "law", "/sign-out"));
        (await Json(await browser.Send("GET", office.At("/api/items"))))["items"]!.AsArray().Should().ContainSingle();
        (await browser.Send("PUT", office.At(Receipt), Office.Json("{}"), ("Origin", office.Url.GetLeftPart(UriPartial.Authority))))
            .StatusCode.Should().Be(HttpStatusCode.OK);

        string kept = browser.Set.Last(cookie => cookie.StartsWith(Sessions.CookieName, StringComparison.Ordinal)).Split(';')[0];
        (await browser.Send("POST", office.At("/sign-out"), Office.Json("{}"))).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await Status(browser, "/api/items")).Should().Be(HttpStatusCode.Unauthorized);
        using Browser thief = new();
        (await thief.Send("GET", office.At("/api/items"), null, ("Cookie", kept))).StatusCode
            .Should().Be(HttpStatusCode.Unauthorized, "a copy of the cookie is worth nothing any more");
    }

    [Fact]
    public async Task has_a_cookie_that_stays_with_the_browser_and_with_our_pages()
    {
        using Browser browser = new();
        _ = await office.SignIn(browser, "law");

        string session = browser.Set.Single(cookie => cookie.StartsWith(Sessions.CookieName, StringComparison.Ordinal));
        session.ToLowerInvariant().Split("; ").Skip(1).Should().BeEquivalentTo("path=/", "secure", "samesite=strict", "httponly");
        browser.Set.Where(cookie => cookie.StartsWith(".AspNetCore.", StringComparison.Ordinal)).Should().NotBeEmpty()
            .And.OnlyContain(cookie => cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase)
                && cookie.Contains("; httponly", StringComparison.OrdinalIgnoreCase)
                && cookie.Contains("; samesite=lax", StringComparison.OrdinalIgnoreCase));
        session.Should().NotContain("law", "what it holds is sealed");
    }

    /// <summary>As a page elsewhere would have the reader's browser send it, were the cookie to come along.</summary>
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:1")]
    public async Task is_not_made_to_do_anything_by_another_page(string header, string value)
    {
        using Browser browser = new();
        _ = await office.SignIn(browser, "law");
        foreach ((string method, string path) in new[]
        {
            ("PUT", Receipt), ("POST", "/api/agreements/minutes/items/protocol/progress"), ("POST", "/sign-out"), ("POST", "/sign-in/link"),
        })
        {
            HttpResponseMessage answer = await browser.Send(
                method, office.At(path), Office.Bytes("{\"text\":\"x\"}"u8.ToArray(), "text/plain"), (header, value));
            answer.StatusCode.Should().Be(HttpStatusCode.Forbidden, path);
            ((string)(await Json(answer))["type"]!).Should().Be("/problems/cross-site");
        }

        (await Status(browser, "/api/items")).Should().Be(HttpStatusCode.OK, "they are signed in as before");
    }

    /// <summary>
    /// What is asked for goes to the provider by itself (RFC 9126), so that nobody on the way can change it; this provider takes nothing
    /// without PKCE.
    /// </summary>
    [Fact]
    public async Task goes_out_with_what_only_their_browser_can_come_back_with()
    {
        using Browser browser = new();
        HttpResponseMessage answer = await browser.Send("GET", office.At("/sign-in"));
        var asked = HttpUtility.ParseQueryString(answer.Headers.Location!.Query);
        asked.AllKeys.Should().BeEquivalentTo("client_id", "request_uri");
        asked["request_uri"].Should().StartWith("urn:ietf:params:oauth:request_uri:");
        browser.Cookies.Keys.Select(cookie => cookie.Name.Split('.')[2]).Should().BeEquivalentTo("Correlation", "OpenIdConnect");
    }

    [Theory]
    [InlineData("state changed")]
    [InlineData("no state")]
    [InlineData("another browser")]
    [InlineData("no nonce")]
    [InlineData("another code")]
    [InlineData("refused by the provider")]
    public async Task is_nobody_where_what_comes_back_is_not_what_went_out(string how)
    {
        using Browser browser = new();
        (Uri back, _) = await office.SignIn(browser, "law", url => url.AbsolutePath == "/sign-in/callback");
        var query = HttpUtility.ParseQueryString(back.Query);
        switch (how)
        {
            case "state changed": query["state"] = query["state"]![..^4] + "AAAA"; break;
            case "no state": query.Remove("state"); break;
            case "another browser": browser.Cookies.Clear(); break;
            case "no nonce": Forget(browser, ".AspNetCore.OpenIdConnect.Nonce"); break;
            case "another code": query["code"] = new string('a', 43); break;
            default: query.Remove("code"); query["error"] = "access_denied"; break;
        }

        (Uri end, _) = await browser.Open(new($"{back.GetLeftPart(UriPartial.Path)}?{query}"));

        end.PathAndQuery.Should().Be("/board/");
        end.Fragment.Should().Be("#/sign-in/failed");
        browser.Cookies.Keys.Should().NotContain(cookie => cookie.Name == Sessions.CookieName);
    }

    [Fact]
    public async Task comes_back_once_with_a_code()
    {
        using Browser browser = new();
        (Uri back, _) = await office.SignIn(browser, "law", url => url.AbsolutePath == "/sign-in/callback");
        Dictionary<(string, string), string> before = new(browser.Cookies);
        (await browser.Open(back)).Url.Fragment.Should().BeEmpty();

        browser.Cookies.Clear();
        before.ToList().ForEach(cookie => browser.Cookies[cookie.Key] = cookie.Value);
        (await browser.Open(back)).Url.Fragment.Should().Be("#/sign-in/failed", "the provider takes a code once");
    }

    [Fact]
    public async Task whose_address_the_provider_did_not_verify_is_nobody()
    {
        using Browser browser = new();
        (Uri end, _) = await office.SignIn(browser, "unverified");
        end.Fragment.Should().Be("#/sign-in/failed");
        browser.Cookies.Keys.Should().NotContain(cookie => cookie.Name == Sessions.CookieName);
    }

    [Fact]
    public async Task whom_nobody_here_knows_is_told_so_and_sees_nothing()
    {
        using Browser browser = new();
        _ = await office.SignIn(browser, "stranger");
        HttpResponseMessage answer = await browser.Send("GET", office.At("/api/items"));
        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        ((string)(await Json(answer))["detail"]!).Should().Contain("stranger@nia.example is the address of nobody in the register");
    }

    [Fact]
    public async Task has_no_session_that_somebody_else_can_write()
    {
        using Browser browser = new();
        _ = await office.SignIn(browser, "law");
        (string, string) session = browser.Cookies.Keys.Single(cookie => cookie.Name == Sessions.CookieName);
        string sealedText = browser.Cookies[session];
        for (int at = 10; at < sealedText.Length; at += 37)
        {
            char other = sealedText[at] == 'A' ? 'B' : 'A';
            browser.Cookies[session] = sealedText[..at] + other + sealedText[(at + 1)..];
            (await Status(browser, "/api/items")).Should().Be(HttpStatusCode.Unauthorized);
        }
    }

    private static void Forget(Browser browser, string prefix) => browser.Cookies.Keys
        .Where(cookie => cookie.Name.StartsWith(prefix, StringComparison.Ordinal)).ToList().ForEach(one => browser.Cookies.Remove(one));

    private static async Task<JsonNode> Json(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;

    private async Task<HttpStatusCode> Status(Browser browser, string path) => (await browser.Send("GET", office.At(path))).StatusCode;
}
