using System.Text;
using FollowUp.Answers;
using FollowUp.Feeds;
using FollowUp.Lives;
using FollowUp.RealWorker.Rig;

namespace FollowUp.RealWorker;

/// <summary>A call that is odd is answered alike on LocalHost and on the worker that Azure runs: status, headers and body.</summary>
public sealed class Calls_as_clients_make_them
{
    private const string Item = "/api/agreements/return/items/protocol";
    private const string Answers = "/api/answers";
    private const string Evidence = $"{Item}/evidence";

    private const string HashOfLarge = "def89517b7d1690aac7628fccbe266a6c5b30c4bc4e4e226b2f32e27a370a588";

    private static readonly string Large = new('x', 300 * 1024);

    private static readonly (string Name, string Value) Link = ("x-followup-link", AnswerToken.Sign(
        new("return", "protocol", AnswerAction.Progress, "law", 0, 0, Begins, Begins + NodaTime.Duration.FromDays(30)),
        new(LinkKey.Parse(AppSettings.All["Links:Key"]!)!, null)));

    private static readonly string Feed =
        $"/api/feeds/{FeedToken.Sign(FeedScope.OfPerson("law", 1), new(LinkKey.Parse(AppSettings.All["Links:Key"]!)!, null))}.ics";

    /// <summary>What belongs to a connection, or to the moment.</summary>
    private static readonly string[] OfTheHost = ["Date", "Server", "Connection", "Transfer-Encoding", "Keep-Alive"];

    private static readonly string[] Expected =
        ["X-Content-Type-Options=nosniff", "X-Frame-Options=DENY", "Referrer-Policy=no-referrer", "Content-Security-Policy=",
            "Strict-Transport-Security="];

    private static readonly IReadOnlyList<Call> Calls =
    [
        new("HEAD", Item), new("HEAD", "/board/shell/board.js"), new(
            "HEAD", "/board"), new("HEAD", "/api/items?limit=1"), new("HEAD", "/api/nothing"), new("HEAD", "/api/health/live"),
        new("GET", $"{Item}/receipt"), new("HEAD", $"{Item}/receipt"), new("DELETE", Item), new("PATCH", "/api/people/law"),
        new("PROPFIND", "/api/items"), new("TRACE", "/api/items"),
        new("POST", "/board/"), new("PUT", "/board/shell/board.js"), new("GET", "/board/nothing.js"), new("GET", "/"), new("GET", "/api"),
        new("GET", "/api/agrements"), new("GET", "/favicon.ico"),
        new("OPTIONS", "/api/items"), new("OPTIONS", "/api/nothing"), new("GET", "/api/people/Law%20Desk"),
        new("GET", "/api/items?state=&state="), new("GET", "/api/people?x=%00"),
        new("GET", Item, Headers: [("If-Match", "W/\"1\"")]), new("GET", Item, Headers: [("If-Match", "\"99\", \"98\"")]),
        new("GET", Item, Headers: [("If-None-Match", "*")]),
        new("PUT", "/api/people/law", "{}", Headers: [("If-Match", "\"1\"")]),
        new("PUT", $"{Item}/receipt", ""), new("PUT", $"{Item}/receipt", "{\"by\":\"law\",}"),
        new("PUT", $"{Item}/receipt", "by=law", "application/x-www-form-urlencoded"),
        new("PUT", $"{Item}/receipt", "{\"by\":\"law\"}", "text/plain"),
        new("PUT", $"{Item}/receipt", "{\"by\":\"law\"}", "application/json", "br"),
        new("PUT", $"{Item}/receipt", "{\"by\":\"law\"}", "application/json", "gzip"),
        new("PUT", $"{Item}/receipt", $"\"{new string('x', 257 * 1024)}\""),
        new("PUT", $"{Item}/receipt", new string('[', 1_000)), new("POST", "/api/registers", "null"),
        new("POST", "/api/repair/rehydrate", "{}"),
        new("PUT", "/api/calendars/KZ?knownThrough=2027-12-31", "BEGIN:VCALENDAR"), new("DELETE", $"{Item}/waiting?by="),
        new("GET", "/api/items?a/b=1"),
        new("PUT", $"{Item}/receipt", "{\u00A0\"by\":\"law\"}"), new("DELETE", $"{Item}/waiting?by=desk", "{}"),
        new("PUT", $"{Item}/receipt", "\uFEFF{\"by\":\"law\"}", null),

        // The link of a letter: looked at, answered by, and answered by again.
        new("GET", "/board/answer"), new("HEAD", "/board/answer"), new("GET", Answers), new("HEAD", Answers, Headers: [Link]),
        new("OPTIONS", Answers, Headers: [Link]), new("PUT", Answers, "{}", Headers: [Link]), new("GET", Answers, Headers: [Link]),
        new("GET", Answers, Headers: [(Link.Name, $"{Link.Value}A")]), new("POST", Answers, "{\"text\":\"Half done.\"}"),
        new("POST", Answers, "{\"text\":\"\",\"by\":\"lead\"}", Headers: [Link]),
        new("POST", Answers, "{\"text\":\"Half done.\"}", Headers: [Link, ("If-Match", "\"99\"")]),
        new("POST", Answers, "{\"text\":\"Half done.\"}", Headers: [Link]),
        new("POST", Answers, "{\"text\":\"Half done again.\"}", Headers: [Link]), new("GET", Answers, Headers: [Link]),
        new("GET", "/api/agreements/return/journal"),

        // The address of a calendar: given, subscribed to, misspelt, and withdrawn.
        new("GET", Feed), new("GET", "/api/people/law/feed"), new("POST", "/api/people/law/feed", "{}"),
        new("POST", "/api/people/law/feed"), new("GET", Feed), new("HEAD", Feed), new("GET", $"{Feed}x"), new("GET", $"{Feed}/more"),
        new("PUT", Feed, "{}"), new("GET", $"{Feed}?x=1"), new("DELETE", "/api/people/law/feed"), new("GET", Feed),

        // A file, larger than any other body may be: handed in twice, taken, and refused where it is not what it says.
        new("POST", $"{Evidence}?name=a.txt&by=law", Large, "text/plain"), new("POST", $"{Evidence}?name=b.txt&by=law", Large, null),
        new("GET", $"{Evidence}/{HashOfLarge}"), new("HEAD", $"{Evidence}/{HashOfLarge}"), new("GET", $"{Evidence}/x"),
        new("PUT", $"{Evidence}/x", "{}"), new("POST", $"{Evidence}?name=a.pdf&by=law", "<html>", "application/pdf"),
        new("POST", $"{Evidence}?name=../a.txt&by=law", "Signed.", "text/plain"), new("POST", $"{Evidence}?name=a.txt&by=law", "", null),
        new("POST", $"{Evidence}?by=law", "Signed.", "text/html"), new("POST", $"{Answers}/evidence?name=a.txt", "Signed.", "text/plain"),
        new("POST", $"{Answers}/evidence?name=a.txt", "Signed.", "text/plain", Headers: [Link]),
    ];

    private static NodaTime.Instant Begins => NodaTime.Instant.FromDateTimeOffset(Stories.Return.Begins);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task are_answered_alike_on_both_hosts()
    {
        DateTimeOffset begins = Stories.Return.Begins;
        await using LocalHostUnderTest local = new(begins);
        await using RealWorkerUnderTest real = new(begins);
        IReadOnlyList<string> here = await AnswersOf(local);
        IReadOnlyList<string> there = await AnswersOf(real);

        there.Should().Equal(here);
        there.Should().OnlyContain(answer => Expected.All(header => answer.Contains(header, StringComparison.Ordinal)));
        there.Count(answer => answer.Contains("\"standing\":\"recorded\"", StringComparison.Ordinal)).Should().Be(3, "links work alike");
        there.Count(answer => answer.Contains("BEGIN:VCALENDAR", StringComparison.Ordinal)).Should().Be(1, "calendars work alike");
        there.Should().OnlyContain(answer => !answer.Contains(": 500 ", StringComparison.Ordinal));
        real.Failures.Should().BeEmpty();
    }

    private static async Task<IReadOnlyList<string>> AnswersOf(HostUnderTest host)
    {
        await host.Start(Cancel);
        using StringContent register = new(await File.ReadAllTextAsync(Stories.Return.Register, Cancel), Encoding.UTF8, "application/json");
        using HttpResponseMessage registered = await host.Http.PostAsync(new Uri("/api/registers", UriKind.Relative), register, Cancel);
        registered.EnsureSuccessStatusCode();
        List<string> answers = [];
        foreach (Call call in Calls)
        {
            await host.WhenStill(Cancel);
            answers.Add(await Answer(host, call));
        }

        return answers;
    }

    private static async Task<string> Answer(HostUnderTest host, Call call)
    {
        using HttpRequestMessage request = new(new(call.Method), call.Path);
        if (call.Body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(call.Body));
            _ = call.Type is null || request.Content.Headers.TryAddWithoutValidation("Content-Type", call.Type);
            _ = call.Coding is null || request.Content.Headers.TryAddWithoutValidation("Content-Encoding", call.Coding);
        }

        foreach ((string name, string value) in call.Headers ?? [])
        {
            _ = request.Headers.TryAddWithoutValidation(name, value);
        }

        using HttpResponseMessage answer = await host.Http.SendAsync(request, Cancel);
        IEnumerable<string> headers = answer.Headers.Concat(answer.Content.Headers).Where(header => !OfTheHost.Contains(header.Key))
            .Select(header => $"{header.Key}={string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
        return $"{call.Method} {call.Path} {call.Type} {call.Coding}: {(int)answer.StatusCode} {string.Join(' ', headers)} {await answer.Content.ReadAsStringAsync(Cancel)}";
    }

    private sealed record Call(string Method, string Path, string? Body = null, string? Type = "application/json", string? Coding = null,
        (string Name, string Value)[]? Headers = null);
}
