using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Lives;
using FollowUp.RealWorker.Rig;

namespace FollowUp.RealWorker;

/// <summary>
/// Keys, and what App Service Authentication says of people, on the worker that Azure runs as on LocalHost: taken where settings say so,
/// and passed over where they do not.
/// </summary>
public sealed class Callers_who_say_who_they_are
{
    private const string Key = "robot-0123456789abcdef0123456789abcdef";
    private const string Item = "/api/agreements/return/items/protocol";

    private static readonly (string, string) Robot = ("x-functions-key", Key);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task are_whom_the_platform_says_where_it_stands_in_front() => await Alike(
        new() { ["Access:PlatformHeaders"] = "true", ["Access:Keys:robot"] = Key, ["Access:Auditors"] = "auditor@nia.example" },
        [
            new("GET", "/api/me", 200), new("GET", "/api/items", 401), new("GET", "/board/", 200), new("GET", "/api/health/live", 200),
            new("GET", "/api/items", 200, Headers: Name("law@nia.example")), new("GET", Item, 200, Headers: Name("LAW@NIA.example")),
            new("GET", Item, 200, Headers: Principal("law@nia.example")), new("GET", Item, 403, Headers: Name("stranger@nia.example")),
            new("GET", "/api/items", 401, Headers: Name("law")), new("GET", "/api/items", 401, Headers: [("X-MS-CLIENT-PRINCIPAL", "!")]),
            new("GET", Item, 200, Headers: Name("auditor@nia.example")),
            new("PUT", $"{Item}/receipt", 403, "{}", Name("auditor@nia.example")),
            new("PUT", $"{Item}/receipt", 403, "{\"by\":\"lead\"}", Name("law@nia.example")),
            new("PUT", $"{Item}/receipt", 403, "{}", [.. Name("law@nia.example"), ("Origin", "https://evil.example")]),
            new("PUT", $"{Item}/receipt", 403, "{}", [.. Name("law@nia.example"), ("Sec-Fetch-Site", "cross-site")]),
            new("PUT", $"{Item}/receipt", 200, "{}", [.. Name("law@nia.example"), ("Origin", "https://board.example")]),
            new("GET", Item, 401, Headers: [.. Name("law@nia.example"), ("x-functions-key", Key[1..])]),
            new("POST", $"{Item}/progress", 200, "{\"by\":\"law\",\"text\":\"half\"}", [Robot]),
            new("GET", $"{Item}/journal", 200, Headers: [Robot]),
        ]);

    [Fact]
    public async Task are_nobody_by_headers_that_anybody_could_bring() => await Alike(
        new() { ["Access:Keys:robot"] = Key, ["Access:Admins"] = "admin@nia.example" },
        [
            new("GET", "/api/items", 401, Headers: Name("admin@nia.example")), new("GET", Item, 401, Headers: Principal("law@nia.example")),
            new("GET", "/api/me", 200, Headers: Name("admin@nia.example")),
            new("PUT", $"{Item}/receipt", 401, "{\"by\":\"law\"}", Name("law@nia.example")),
            new("GET", "/api/items", 200, Headers: [Robot, .. Name("admin@nia.example")]),
            new("GET", $"/api/items?code={Key}", 401), new("GET", $"/api/items?code={Key}", 422, Headers: [Robot]),
        ]);

    /// <summary>On a platform that nobody told who may come, nobody does.</summary>
    [Fact]
    public async Task are_shown_nothing_where_nothing_is_set()
    {
        await using RealWorkerUnderTest real = new(Stories.Return.Begins, new Dictionary<string, string?>());
        await real.Start(Cancel);
        foreach ((string method, string path) in new[] { ("GET", "/api/items"), ("GET", Item), ("POST", "/api/registers") })
        {
            (int status, string body) = await Answer(real, new(method, path, 403));
            (status, (string)JsonNode.Parse(body)!["type"]!).Should().Be((403, "/problems/access-not-set"), path);
        }

        (await Answer(real, new("GET", "/api/me", 200))).Body.Should().Contain("\"unset\"");
        (await Answer(real, new("GET", "/api/health/live", 200))).Status.Should().Be(200);
    }

    private static async Task Alike(Dictionary<string, string?> settings, IReadOnlyList<Call> calls)
    {
        await using LocalHostUnderTest local = new(Stories.Return.Begins, settings: settings);
        await using RealWorkerUnderTest real = new(Stories.Return.Begins, settings);
        IReadOnlyList<string> here = await Answers(local, calls);
        IReadOnlyList<string> there = await Answers(real, calls);

        there.Should().Equal(here);
        there.Select(answer => answer.Split(": ")[1][..3]).Should().Equal(calls.Select(call => $"{call.Status}"), string.Join('\n', there));
    }

    private static async Task<IReadOnlyList<string>> Answers(HostUnderTest host, IReadOnlyList<Call> calls)
    {
        await host.Start(Cancel);
        Call register = new("POST", "/api/registers", 201, await File.ReadAllTextAsync(Stories.Return.Register, Cancel), [Robot]);
        (await Answer(host, register)).Status.Should().Be(201);
        List<string> answers = [];
        foreach (Call call in calls)
        {
            await host.WhenStill(Cancel);
            (int status, string body) = await Answer(host, call);
            answers.Add($"{call.Method} {call.Path}: {status} {body}");
        }

        return answers;
    }

    private static async Task<(int Status, string Body)> Answer(HostUnderTest host, Call call)
    {
        using HttpRequestMessage request = new(new(call.Method), call.Path);
        request.Content = call.Body is null ? null : new StringContent(call.Body, Encoding.UTF8, "application/json");
        foreach ((string name, string value) in call.Headers ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value).Should().BeTrue();
        }

        using HttpResponseMessage answer = await host.Http.SendAsync(request, Cancel);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static (string, string)[] Name(string address) => [("X-MS-CLIENT-PRINCIPAL-NAME", address)];

    private static (string, string)[] Principal(string address) =>
    [
        ("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(Encoding.UTF8.GetBytes(
            $$"""{"auth_typ":"aad","claims":[{"typ":"preferred_username","val":"{{address}}"}]}"""))),
    ];

    private sealed record Call(string Method, string Path, int Status, string? Body = null, (string Name, string Value)[]? Headers = null);
}
