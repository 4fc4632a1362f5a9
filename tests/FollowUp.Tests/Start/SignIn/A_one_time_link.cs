using System.Net;
using FollowUp.Start.SignIn;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Start.Rig;
using FollowUp.Tests.Start.SignIn.Rig;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.Tests.Start.SignIn;

/// <summary>
/// For a first hour without a provider: <c>./start</c> prints a link that signs its first coordinator in. Tests <see cref="OneTimeLink"/>.
/// </summary>
public sealed class A_one_time_link : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("followup-link-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void signs_in_once_and_within_a_quarter_of_an_hour()
    {
        FakeTimeProvider clock = new();
        OneTimeLink link = new(clock);
        string token = link.Issue("desk@nia.example");
        link.Redeem(token[1..]).Should().BeNull();
        link.Redeem("").Should().BeNull();
        link.Redeem(token).Should().Be("desk@nia.example");
        link.Redeem(token).Should().BeNull("it was used");

        string late = link.Issue("desk@nia.example");
        clock.Advance(TimeSpan.FromMinutes(15));
        link.Redeem(late).Should().BeNull();
        string first = link.Issue("desk@nia.example");
        _ = link.Issue("desk@nia.example");
        link.Redeem(first).Should().BeNull("another took its place");
    }

    [Fact]
    public async Task is_used_by_one_of_many_who_come_at_once()
    {
        OneTimeLink link = new(TimeProvider.System);
        string token = link.Issue("desk@nia.example");
        string?[] signed = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => link.Redeem(token), Cancel)));
        signed.OfType<string>().Should().ContainSingle();
    }

    /// <summary>The whole way: printed, opened, used, and nothing without it.</summary>
    [Fact]
    public async Task is_printed_where_it_is_asked_for_and_opens_the_office_to_whoever_follows_it()
    {
        using StartedProgram program = StartedProgram.Start(
            ["--store", "sqlite", "--data", data, "--port", StartedProgram.FreePort(), "--sign-in", "Intl@nia.example"]);
        Uri board = new(await program.Serves());
        string printed = program.Said.Single(line => line.StartsWith($"{board}#/sign-in/", StringComparison.Ordinal));
        string token = printed.Split('/')[^1];
        using Browser browser = new();
        (await browser.Send("GET", new(board, "/api/agreements"))).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await browser.Send("GET", new(board, "/board/"))).StatusCode.Should().Be(HttpStatusCode.OK);
        (await Follow(browser, board, "not-the-token")).Should().Be(HttpStatusCode.Unauthorized);

        (await Follow(browser, board, token)).Should().Be(HttpStatusCode.NoContent);
        string agreements = await (await browser.Send("GET", new(board, "/api/agreements"))).Content.ReadAsStringAsync(Cancel);
        agreements.Should().Contain("2019-11-21-beijing", "they coordinate the office, and the sample was loaded by the program itself");
        using Browser other = new();
        (await Follow(other, board, token)).Should().Be(HttpStatusCode.Unauthorized, "it was used");
        (await program.Interrupt()).Should().Be(0);
        program.All.Split(token).Should().HaveCount(2, "it is nowhere but in that line");
    }

    [Fact]
    public async Task is_for_whoever_sits_there()
    {
        using StartedProgram program = StartedProgram.Start(
            ["--store", "sqlite", "--data", data, "--port", StartedProgram.FreePort(), "--no-sample"],
            ("Access__Coordinators", "desk@nia.example"));
        Uri board = new(await program.Serves());
        string token = program.Said.Single(line => line.Contains("#/sign-in/", StringComparison.Ordinal)).Split('/')[^1];
        using Browser browser = new();
        (await Follow(browser, board, token, ("Host", "followup.office.example"))).Should().Be(HttpStatusCode.Unauthorized);
        (await Follow(browser, board, token)).Should().Be(HttpStatusCode.NoContent);
    }

    /// <summary>A variable that is set for other programs would let callers say that they come from this machine.</summary>
    [Fact]
    public async Task is_not_printed_where_nobody_signs_in_and_no_caller_says_where_they_come_from()
    {
        using StartedProgram program = StartedProgram.Start(
            ["--store", "sqlite", "--data", data, "--port", StartedProgram.FreePort(), "--no-sample"],
            ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"), ("AllowedHosts", "elsewhere.example"));
        Uri board = new(await program.Serves());
        using Browser browser = new();
        (await browser.Send("GET", new(board, "/api/items"), null, ("X-Forwarded-For", "127.0.0.9"))).StatusCode.Should().Be(
            HttpStatusCode.OK, "the header stays where it can be looked at");
        (await browser.Send("GET", new(board, "/api/items"), null, ("X-Forwarded-For", "203.0.113.7"))).StatusCode
            .Should().Be(HttpStatusCode.Forbidden);
        program.All.Should().Contain("Nobody signs in: this machine alone is served").And.NotContain("#/sign-in/");
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private static async Task<HttpStatusCode> Follow(
        Browser browser, Uri board, string token, params (string Name, string Value)[] headers) => (await browser.Send(
        "POST", new(board, "/sign-in/link"), Office.Json($$"""{"token":"{{token}}"}"""), headers)).StatusCode;
}
