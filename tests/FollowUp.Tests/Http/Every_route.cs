using FollowUp.Http;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>Tests <see cref="RouteTable"/> and <see cref="NoRoute"/>.</summary>
public sealed class Every_route(Office office) : IClassFixture<Office>
{
    [Fact]
    public void takes_HEAD_where_it_takes_GET() =>
        Trigger.All
            .Should().AllSatisfy(trigger => trigger.Methods.Contains("HEAD").Should().Be(trigger.Methods.Contains("GET"), $"of {trigger}"));

    [Fact]
    public void names_its_methods_but_for_the_one_that_takes_what_is_left() =>
        Trigger.All.Where(trigger => trigger.Methods.Count == 0).Should().ContainSingle().Which.Route.Should().Be("{*path}");

    [Fact]
    public async Task tells_HEAD_what_it_tells_GET_but_the_body()
    {
        foreach (string path in Trigger.Calls.Where(call => call.Method == "GET").Select(call => call.Path).Append("/board")
            .Append("/board/shell/board.js").Append("/api/people/nobody").Append("/api/items?limit=x"))
        {
            Answer get = await office.Send("GET", path);
            Answer head = await office.Send("HEAD", path);

            get.Status.Should().BeLessThan(500, $"of {path}: {get.Text}");
            head.Text.Should().BeEmpty(path);
            Headers(head).Should().Equal(Headers(get), path);
            head.Message.Content.Headers.ContentLength.Should().Be(System.Text.Encoding.UTF8.GetByteCount(get.Text), path);
        }
    }

    [Theory]
    [InlineData("DELETE", "/api/agreements/minutes/items/protocol", 405, "GET, HEAD, OPTIONS")]
    [InlineData("GET", "/api/agreements/minutes/items/protocol/receipt", 405, "PUT, OPTIONS")]
    [InlineData("HEAD", "/api/agreements/minutes/items/protocol/receipt", 405, "PUT, OPTIONS")]
    [InlineData("PUT", "/api/agreements", 405, "GET, HEAD, POST, OPTIONS")]
    [InlineData("PATCH", "/API/People/law/", 405, "GET, HEAD, PUT, OPTIONS")]
    [InlineData("TRACE", "/api/items", 405, "GET, HEAD, OPTIONS")]
    [InlineData("PROPFIND", "/api/items", 405, "GET, HEAD, OPTIONS")]
    [InlineData("POST", "/board/", 405, "GET, HEAD, OPTIONS")]
    [InlineData("PUT", "/board/shell/board.js", 405, "GET, HEAD, OPTIONS")]
    [InlineData("POST", "/api/health/live", 405, "GET, HEAD, OPTIONS")]
    [InlineData("OPTIONS", "/api/items", 204, "GET, HEAD, OPTIONS")]
    [InlineData("OPTIONS", "/api/nothing", 404, "")]
    public async Task says_which_methods_it_takes(string method, string path, int status, string allow)
    {
        Answer answer = await office.Send(method, path);

        answer.Status.Should().Be(status, answer.Text);
        string.Join(", ", answer.Message.Content.Headers.Allow).Should().Be(allow);
        if (status == 405 && method != "HEAD")
        {
            answer.Problem.Should().Be("method-not-allowed");
            answer.Text.Should().Contain($"{method} does nothing at {path}");
        }
    }

    [Theory]
    [InlineData("/", "Under / there is api, board.")]
    [InlineData("/favicon.ico", "Under / there is api, board.")]
    [InlineData("/api", "Under /api there is agreements, *")]
    [InlineData("/api/agrements", "Under /api there is agreements, answers, calendars, changes, docs, exports, feeds, figures, *")]
    [InlineData("/api/agreements/minutes/item/protocol",
        "Under /api/agreements/minutes there is changes, exports, feed, imports, items, journal, proof, rebase, report, timetable, wording.")]
    [InlineData("/api/agreements/minutes/items/protocol/receipts", "Under /api/agreements/minutes/items/protocol there is completion, *")]
    [InlineData("/board/nothing.js", "The board has no file nothing.js*")]
    [InlineData("/api/people/Law%20Desk", "Person Law Desk is not in the register.")]
    [InlineData("/api/agreements/unheard-of", "Agreement unheard-of is not in the register.")]
    public async Task that_is_none_says_what_there_is(string path, string detail)
    {
        Answer answer = await office.Send("GET", path);

        (answer.Status, answer.Problem).Should().Be((404, "not-found"), answer.Text);
        ((string)answer.Body!["detail"]!).Should().Match($"*{detail}");
    }

    private static IEnumerable<string> Headers(Answer answer) => answer.Message.Headers.Concat(answer.Message.Content.Headers)
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
        .Where(line => !line.StartsWith("Date:", StringComparison.Ordinal)).Prepend($"{answer.Status}");
}
