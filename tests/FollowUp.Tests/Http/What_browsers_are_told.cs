using FollowUp.Http;
using FollowUp.Lives;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// Every answer of every route, and of none, has the headers that protect its reader. Tests <see cref="SecurityHeaders"/>.
/// </summary>
public sealed class What_browsers_are_told(Office office) : IClassFixture<Office>
{
    private static readonly string[] Pages = ["/board/", "/board/answer", "/board/rhythm", "/board/shell/board.js"];

    [Fact]
    public async Task is_said_by_every_answer()
    {
        string[] others = [.. Pages, "/", "/api/nothing", "/board/nothing.js", "/api/items?limit=x", "/board"];
        foreach ((string method, string path) in Trigger.Calls.Concat(others.Select(other => ("GET", other)))
            .Append(("DELETE", "/api/items")))
        {
            Answer answer = await office.Send(method, path);

            string what = $"{method} {path}, {answer.Status}";
            Header(answer, "X-Content-Type-Options").Should().Be("nosniff", what);
            Header(answer, "X-Frame-Options").Should().Be("DENY", what);
            Header(answer, "Referrer-Policy").Should().Be("no-referrer", what);
            Header(answer, "Cross-Origin-Opener-Policy").Should().Be("same-origin", what);
            Header(answer, "Cross-Origin-Resource-Policy").Should().Be("same-origin", what);
            Header(answer, "Permissions-Policy").Should().NotBeNull(what);
            Header(answer, "Strict-Transport-Security").Should().Be("max-age=31536000", $"the board is reached by https; {what}");
            Header(answer, "Content-Security-Policy").Should().Contain("default-src 'none'", what).And.NotContain("unsafe", what);
            answer.Message.Headers.Server.Should().BeEmpty(what);
        }
    }

    [Fact]
    public async Task lets_pages_alone_run_a_script()
    {
        foreach (string page in Pages)
        {
            Header(await office.Send("GET", page), "Content-Security-Policy").Should().Contain("script-src", page);
        }

        Header(await office.Send("GET", "/api/items"), "Content-Security-Policy").Should().NotContain("script-src");
    }

    [Fact]
    public async Task says_nothing_of_https_where_the_board_is_reached_without_it()
    {
        await using LocalHostUnderTest host = new(
            Town.Moment("2026-11-02 09:00"), settings: new Dictionary<string, string?> { ["Board:Url"] = "http://localhost:7071/board/" });
        await host.Start(TestContext.Current.CancellationToken);

        using HttpResponseMessage answer = await host.Http.GetAsync("/api/items", TestContext.Current.CancellationToken);

        answer.Headers.Contains("X-Frame-Options").Should().BeTrue();
        answer.Headers.Contains("Strict-Transport-Security").Should().BeFalse();
    }

    private static string? Header(Answer answer, string name) =>
        answer.Message.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.Should().ContainSingle().Subject : null;
}
