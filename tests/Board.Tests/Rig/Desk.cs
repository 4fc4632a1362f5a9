using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUp.Answers;
using NodaTime;

namespace FollowUp.Board.Tests.Rig;

/// <summary>
/// An office in which somebody of each language is asked for each thing that can be answered from a letter: an item for each, named like
/// <c>sign-ru</c>, owned by <c>owner-ru</c> and given by <c>issuer-ru</c>.
/// </summary>
public static class Desk
{
    public const string Agreement = "talks";

    public static readonly string[] Languages = ["en", "zh", "ru"];

    private static readonly DateTimeOffset Monday = Moments.Day("2020-05-11T10:00:00+08:00");

    /// <summary>Beside what is answered, items whose links do nothing any more, and one that somebody else is quicker with.</summary>
    private static readonly string[] Others = ["handed", "withdrawn", "looked", "raced"];

    private static readonly Lazy<Task<RunningApp>> Office = new(() => Task.Run(Furnish));

    public static Task<RunningApp> Open => Office.Value;

    /// <summary>The token of a letter of that Monday; or of one long ago, which is over.</summary>
    public static string Token(RunningApp app, string item, string action, bool isOver = false)
    {
        string who = action is "confirm" or "return" or "grant" or "refuse" ? "issuer" : "owner";
        Instant from = Instant.FromDateTimeOffset(Monday) - (isOver ? Duration.FromDays(31) : Duration.Zero);
        int number = action is "grant" or "refuse" or "reply" ? 1 : 0;
        AnswerScope scope = new(Agreement, item, action, $"{who}-{item[^2..]}", 0, number, from, from + Duration.FromDays(30));
        return AnswerToken.Sign(scope, app.Keys);
    }

    public static async Task<JsonNode> Item(RunningApp app, string item) =>
        (await app.Http.GetFromJsonAsync<JsonNode>($"api/agreements/{Agreement}/items/{item}"))!;

    private static async Task<RunningApp> Furnish()
    {
        RunningApp app = await RunningApp.Start(Monday);
        await Call(app, "POST", "/api/registers", new() { ["people"] = People() });
        await Call(app, "POST", "/api/agreements", Papers());
        foreach (string language in Languages)
        {
            foreach (string action in new[] { "confirm", "return" })
            {
                await Do(app, "PUT", $"{action}-{language}/completion", new()
                {
                    ["by"] = $"owner-{language}",
                    ["evidence"] =
                        new JsonObject { ["kind"] = "link", ["ref"] = "https://nia.example/texts/41", ["note"] = Words(language) },
                });
            }

            foreach (string action in new[] { "grant", "refuse" })
            {
                await Do(app, "POST", $"{action}-{language}/extensions", new()
                {
                    ["by"] = $"owner-{language}",
                    ["dueOn"] = "2020-06-30",
                    ["reason"] = Words(language),
                });
            }

            await Do(app, "POST", $"reply-{language}/questions", new() { ["by"] = $"issuer-{language}", ["text"] = Words(language) });
            await Do(app, "PUT", $"handed-{language}/owner",
                new() { ["by"] = "desk", ["owner"] = "desk", ["reason"] = "A new department" });
            await Do(app, "PUT", $"withdrawn-{language}/withdrawal", new() { ["by"] = "desk", ["reason"] = Words(language) });
        }

        return app;
    }

    /// <summary>Something that is done with an item elsewhere than on its page.</summary>
    public static Task Do(RunningApp app, string method, string path, JsonObject body) =>
        Call(app, method, $"/api/agreements/{Agreement}/items/{path}", body);

    private static Task Call(RunningApp app, string method, string path, JsonObject body) =>
        app.Perform(new(app.Now, method, path, body.ToJsonString(), null));

    private static string Words(string language) => language switch
    {
        "zh" => "附件正在翻译，预计月底前完成。",
        "ru" => "Приложение ещё переводится, закончим к концу месяца.",
        _ => "The annex is still being translated; we shall be through by the end of the month.",
    };

    private static JsonArray People() =>
    [
        .. Languages.SelectMany(language => new[] { $"owner-{language}", $"issuer-{language}" }.Select(id => Person(id, language))),
        Person("desk", "en"),
    ];

    private static JsonNode Person(string id, string language) => new JsonObject
    {
        ["id"] = id,
        ["name"] = new JsonObject
        {
            ["en"] = id == "desk"
                ? "International Department" : id.StartsWith("owner", StringComparison.Ordinal) ? "Law Desk" : "Head of Office",
            ["zh"] = id == "desk" ? "国际合作司" : id.StartsWith("owner", StringComparison.Ordinal) ? "法规处" : "办公室主任",
            ["ru"] = id == "desk"
                ? "Международный отдел" : id.StartsWith("owner", StringComparison.Ordinal) ? "Правовой отдел" : "Начальник управления",
        },
        ["email"] = $"{id}@nia.example",
        ["language"] = language,
        ["timeZone"] = "Asia/Shanghai",
        ["calendar"] = "CN",
    };

    private static JsonObject Papers() => new()
    {
        ["id"] = Agreement,
        ["kind"] = "minutes",
        ["signedOn"] = "2020-05-11",
        ["title"] = new JsonObject { ["en"] = "Working meeting, minutes", ["zh"] = "工作会晤纪要", ["ru"] = "Протокол рабочей встречи" },
        ["parties"] = new JsonArray(new JsonObject
        {
            ["code"] = "CN",
            ["name"] = new JsonObject { ["en"] = "Administration" },
            ["calendar"] = "CN",
            ["timeZone"] = "Asia/Shanghai",
        }),
        ["coordinator"] = "desk",
        ["chain"] = new JsonArray(),
        ["clauses"] = new JsonArray(new JsonObject
        {
            ["id"] = "p6-2",
            ["text"] = new JsonObject
            {
                ["en"] = "Both sides shall revise Protocol No. 1 to the treaty between the two services.",
                ["zh"] = "双方修订两部门合作条约第1号议定书。",
                ["ru"] = "Стороны пересмотрят Протокол № 1 к Соглашению между двумя ведомствами.",
            },
        }),
        ["items"] = new JsonArray(
            [.. Languages.SelectMany(language => AnswerAction.All.Concat(Others).Select(what => Item(what, language)))]),
    };

    private static JsonNode Item(string what, string language) => new JsonObject
    {
        ["id"] = $"{what}-{language}",
        ["kind"] = "protocol-revision",
        ["clause"] = "p6-2",
        ["title"] = new JsonObject
        {
            ["en"] = "Revise Protocol No. 1",
            ["zh"] = "修订第1号议定书",
            ["ru"] = "Пересмотреть Протокол № 1",
        },
        ["owner"] = $"owner-{language}",
        ["issuer"] = $"issuer-{language}",
        ["dueOn"] = "2020-06-17",
    };
}
