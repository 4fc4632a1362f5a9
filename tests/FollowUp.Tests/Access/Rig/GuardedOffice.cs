using System.Text.Json.Nodes;
using FollowUp.Lives;
using FollowUp.Tests.Http.Rig;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Access.Rig;

/// <summary>
/// The app with somebody at its door: people come with what the platform says of them, programs with keys. Two agreements, which have
/// nobody in common: <c>minutes</c> (law, lead, desk and the chain from first on) and <c>others</c> (of the others).
/// </summary>
public sealed class GuardedOffice : IAsyncLifetime
{
    private const string RobotKey = "robot-0123456789abcdef0123456789abcdef";

    private readonly LocalHostUnderTest host = new(Town.Moment("2020-05-11 10:00"), settings: new Dictionary<string, string?>
    {
        ["Access:PlatformHeaders"] = "true",
        ["Access:Coordinators"] = "office@nia.example",
        ["Access:Auditors"] = "auditor@nia.example",
        ["Access:Admins"] = "admin@nia.example",
        ["Access:Keys:robot"] = RobotKey,
        ["Access:Keys:eye"] = "eye-0123456789abcdef0123456789abcdef",
        ["Access:Keys:eye:Role"] = "auditor",

        // Whoever goes through all calls with each wrong key and link does it from one address.
        ["CallLimits:WrongKeys"] = "1000000",
    });

    public static (string Name, string Value) Robot => ("x-functions-key", RobotKey);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static (string Name, string Value) Person(string id) => ("X-MS-CLIENT-PRINCIPAL-NAME", $"{id}@nia.example");

    public async ValueTask InitializeAsync()
    {
        await host.Start(Cancel);
        JsonObject own = Papers.ItemOf();
        own["stages"] = new JsonArray(new JsonObject { ["id"] = "draft", ["dueOn"] = "2020-06-01" });
        JsonObject foreign = Papers.AgreementOf("others", Papers.ItemOf(owner: "o-law"));
        foreign["items"]![0]!["issuer"] = "o-lead";
        foreign["coordinator"] = "o-desk";
        foreign["chain"] = new JsonArray("o-first");
        JsonArray people = Papers.People;
        foreach (string id in new[] { "o-law", "o-lead", "o-desk", "o-first", "office" })
        {
            people.Add(Papers.PersonOf(id));
        }

        JsonObject register = new()
        {
            ["people"] = people,
            ["agreements"] = new JsonArray(Papers.AgreementOf(Papers.Agreement, own, Papers.ItemOf("visit", owner: "law-2")), foreign),
        };
        Answer registered = await Send(Robot, "POST", "/api/registers", register.ToJsonString());
        registered.Status.Should().Be(201, registered.Text);
        await host.WhenStill(Cancel);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    public Task<Answer> Send(
        (string Name, string Value)? who, string method, string path, string? body = null, params (string Name, string Value)[] headers) =>
        SendContent(who, method, path, body is null ? null : Office.Json(body), headers);

    public async Task<Answer> SendContent(
        (string Name, string Value)? who, string method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(new(method), path) { Content = content };
        foreach ((string name, string value) in who is { } known ? [known, .. headers] : headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).Should().BeTrue();
        }

        HttpResponseMessage message = await host.Http.SendAsync(request, Cancel);
        return method == "HEAD" ? new((int)message.StatusCode, null, "", message) : await Answer.Of(message, Cancel);
    }

    public Task<Answer> Get((string Name, string Value)? who, string path) => Send(who, "GET", path);
}
