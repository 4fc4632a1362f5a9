using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace FollowUp.Board.Tests.Rig;

/// <summary>
/// An office with one agreement whose items are there to be acted on: owned by <c>law</c>, given by <c>lead</c>, coordinated by
/// <c>desk</c>, watched by <c>first</c>. Where people sign in, they do so by their addresses.
/// </summary>
public static class Bureau
{
    public const string Item = "#/agreements/talks/items/";

    public static readonly DateTimeOffset Monday = Moments.Day("2020-05-11T10:00:00+08:00");

    private static readonly (string Id, string En, string Zh, string Ru)[] Staff =
    [
        ("law", "Law Desk", "法规处", "Правовой отдел"),
        ("treaty", "Treaty Desk", "条约处", "Договорный отдел"),
        ("lead", "Head of Office", "办公室主任", "Начальник управления"),
        ("desk", "International Department", "国际合作司", "Международный отдел"),
        ("first", "Deputy Director", "副局长", "Заместитель директора"),
    ];

    public static async Task<RunningApp> Open(params string[] items)
    {
        RunningApp app = await RunningApp.Start(Monday);
        await Furnish(app, items);
        return app;
    }

    /// <summary>One where people sign in.</summary>
    public static async Task<RunningApp> Closed(params string[] items)
    {
        RunningApp app = await RunningApp.Start(
            Monday, new() { ["Access:Coordinators"] = "office@nia.example", ["Access:Auditors"] = "auditor@nia.example" });
        app.Http.DefaultRequestHeaders.Add("x-functions-key", RunningApp.RobotKey);
        await Furnish(app, items);
        return app;
    }

    /// <summary>Somebody else does something meanwhile, without this page.</summary>
    public static async Task Do(RunningApp app, string method, string path, string body)
    {
        using HttpRequestMessage request = new(new(method), $"api/agreements/talks/items/{path}");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await app.Leap(app.Now.AddMinutes(1));
    }

    /// <summary>What people did with an item: "signed by law", and through whom.</summary>
    public static async Task<string[]> Journal(RunningApp app, string item)
    {
        JsonNode read = (await app.Http.GetFromJsonAsync<JsonNode>(
            $"api/agreements/talks/items/{item}/journal", TestContext.Current.CancellationToken))!;
        return
        [
            .. read["entries"]!.AsArray().Select(entry => entry!)
                .Where(entry => (string?)entry["event"] is not ("notice" or "registered" or "assigned"))
                .Select(entry => $"{entry["event"]} by {entry["by"]}{(entry["through"] is { } through ? $" through {through}" : "")}"),
        ];
    }

    /// <summary>Signs in by the link that FollowUp prints, and opens an address.</summary>
    public static async Task SignIn(Window window, RunningApp app, string who, string hash)
    {
        await window.Open(app.Link($"{who}@nia.example"));
        await window.Main.Locator("button.act").ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(window.Page.Locator("#who")).ToContainTextAsync(who);
        await window.Open(hash);
    }

    private static async Task Furnish(RunningApp app, string[] items)
    {
        JsonObject register = new()
        {
            ["people"] = new JsonArray([.. Staff.Select(Person)]),
            ["agreements"] = new JsonArray(Papers(items)),
        };
        using StringContent body = new(register.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await app.Http.PostAsync("api/registers", body, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await app.Leap(Monday.AddMinutes(1));
    }

    private static JsonNode Person((string Id, string En, string Zh, string Ru) one) => new JsonObject
    {
        ["id"] = one.Id,
        ["name"] = new JsonObject { ["en"] = one.En, ["zh"] = one.Zh, ["ru"] = one.Ru },
        ["email"] = $"{one.Id}@nia.example",
        ["timeZone"] = "Asia/Shanghai",
        ["calendar"] = "CN",
    };

    private static JsonNode Papers(string[] items) => new JsonObject
    {
        ["id"] = "talks",
        ["kind"] = "minutes",
        ["signedOn"] = "2020-05-11",
        ["title"] = new JsonObject { ["en"] = "Working meeting, minutes", ["zh"] = "工作会晤纪要", ["ru"] = "Протокол рабочей встречи" },
        ["parties"] = new JsonArray(new JsonObject
        {
            ["code"] = "CN",
            ["name"] = new JsonObject { ["en"] = "China", ["zh"] = "中方", ["ru"] = "Китай" },
            ["calendar"] = "CN",
            ["timeZone"] = "Asia/Shanghai",
        }),
        ["coordinator"] = "desk",
        ["chain"] = new JsonArray("first"),
        ["items"] = new JsonArray([.. items.Select(Agreed)]),
    };

    private static JsonNode Agreed(string id) => new JsonObject
    {
        ["id"] = id,
        ["kind"] = "protocol-revision",
        ["title"] = new JsonObject { ["en"] = "Revise Protocol No. 1", ["zh"] = "修订第1号议定书", ["ru"] = "Пересмотреть Протокол № 1" },
        ["owner"] = "law",
        ["issuer"] = "lead",
        ["dueOn"] = "2020-06-17",
        ["stages"] = new JsonArray(
            new JsonObject { ["id"] = "draft", ["dueOn"] = "2020-05-25" },
            new JsonObject { ["id"] = "signature", ["dueOn"] = "2020-06-15" }),
    };
}
