using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUp.Start;

namespace FollowUp.Board.Tests.Rig;

/// <summary>
/// An agreement of which next to nothing went as it was agreed, on the day when one more extension is asked for. Its items wait
/// for each other, for the other side, and for the next time.
/// </summary>
internal static class Detours
{
    public const string Item = "#/agreements/detours/items/";

    /// <summary>Everything that can move a date happened to this one.</summary>
    public const string Articles = Item + "articles";

    /// <summary>Who reads this as markup sets <c>window.obeyed</c>.</summary>
    public const string Reason = $"The embassy asks. {Outage.Image}";

    public static readonly string[] Names =
        ["The treaty desk", "The new bureau", "The lead", "The coordinating office", "The liaison officer", "Border Service, treaty desk"];

    private const string Register =
        """
        {
          "people": [
            { "id": "desk", "name": "The treaty desk", "email": "desk@nia.example", "timeZone": "Asia/Shanghai", "calendar": "CN" },
            { "id": "bureau", "name": "The new bureau", "email": "bureau@nia.example", "timeZone": "Asia/Shanghai", "calendar": "CN" },
            { "id": "lead", "name": "The lead", "email": "lead@nia.example", "timeZone": "Asia/Shanghai", "calendar": "CN" },
            { "id": "office", "name": "The coordinating office", "email": "office@nia.example", "timeZone": "Asia/Shanghai", "calendar": "CN" },
            { "id": "liaison", "name": "The liaison officer", "email": "liaison@nia.example", "timeZone": "Asia/Shanghai", "calendar": "CN",
              "absences": [ { "from": "2020-04-01", "to": "2020-04-30", "substitute": "office" } ] },
            { "id": "other", "name": "Border Service, treaty desk", "email": "law@border.example", "language": "ru", "timeZone": "Europe/Moscow",
              "calendar": "RU", "contact": "liaison" }
          ],
          "agreements": [ {
            "id": "detours", "kind": "minutes", "signedOn": "2020-03-02", "place": "Harbin", "title": { "en": "Talks of the experts, minutes" },
            "parties": [ { "code": "CN", "name": { "en": "China" }, "calendar": "CN", "timeZone": "Asia/Shanghai" } ],
            "coordinator": "office", "chain": [ "lead" ],
            "items": [
              { "id": "articles", "kind": "other", "title": { "en": "Settle the articles", "zh": "商定条款", "ru": "Согласовать статьи" },
                "owner": "desk", "issuer": "lead", "counterpart": "other", "dueOn": "2020-03-31" },
              { "id": "experts", "kind": "visit", "title": { "en": "Receive their experts", "zh": "接待对方专家", "ru": "Принять экспертов" },
                "owner": "desk", "issuer": "lead", "counterpart": "other", "dueOn": "2020-03-10" },
              { "id": "third", "kind": "other", "title": { "en": "Hear from the third state", "zh": "听取第三国意见", "ru": "Узнать мнение третьей страны" },
                "owner": "bureau", "issuer": "lead", "dueOn": "2020-06-30" },
              { "id": "signature", "kind": "protocol-revision", "title": { "en": "Sign the articles", "zh": "签署条款", "ru": "Подписать статьи" },
                "owner": "desk", "issuer": "lead", "dueOn": "2020-06-15", "dependsOn": [ "articles", "experts" ] },
              { "id": "gazette", "kind": "other", "title": { "en": "Publish the articles", "zh": "公布条款", "ru": "Опубликовать статьи" },
                "owner": "desk", "issuer": "lead", "dueOn": "2020-05-15", "dependsOn": [ "signature" ] },
              { "id": "meeting", "kind": "mechanism-meeting", "title": { "en": "The experts meet", "zh": "专家会晤", "ru": "Встреча экспертов" },
                "owner": "bureau", "issuer": "lead", "dueOn": "2020-03-31", "recurrence": "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1;COUNT=8" },
              { "id": "islands", "kind": "other", "title": { "en": "Demarcate the islands", "zh": "岛屿勘界", "ru": "Демаркация островов" },
                "owner": "bureau", "issuer": "lead", "dueOn": "2035-01-01" }
            ]
          } ]
        }
        """;

    public static async Task<RunningApp> Live()
    {
        DateTimeOffset signed = Day("03-02", 9);
        RunningApp app = await RunningApp.Start(signed);
        await app.Live(
            [
                new(signed, "POST", "/api/registers", Register, 201),
                Done("03-02", "PUT", "articles/receipt", """{ "by": "desk" }"""),
                Done("03-02", "PUT", "experts/receipt", """{ "by": "desk" }"""),
                Done("03-02", "PUT", "islands/receipt", """{ "by": "bureau" }"""),
                Done("03-05", "POST", "articles/extensions", """{ "by": "desk", "dueOn": "2020-04-30", "reason": "They have not named their experts." }"""),
                Done("03-06", "PUT", "articles/extensions/1", """{ "by": "lead", "decision": "refused", "note": "A month is too long." }"""),
                Done("03-09", "POST", "articles/extensions", """{ "by": "desk", "dueOn": "2020-04-14", "reason": "The experts meet on 10 April." }"""),
                Done("03-10", "PUT", "articles/extensions/2", """{ "by": "lead", "decision": "granted" }"""),
                Done("03-16", "PUT", "articles/waiting", """{ "by": "office", "reason": "Their draft of articles 3 to 5 is missing." }"""),
                Done("03-16", "PUT", "experts/waiting", """{ "by": "office", "reason": "They must name the day of arrival." }"""),
                Done("03-16", "PUT", "third/waiting", $$"""{ "by": "office", "reason": "{{Reason.Replace("\"", "\\\"", StringComparison.Ordinal)}}" }"""),
                Done("03-23", "DELETE", "articles/waiting?by=office", null),
                Done("03-25", "PUT", "articles/owner", """{ "by": "office", "owner": "bureau", "reason": "The treaty desk is dissolved." }"""),
                Done("03-26", "PUT", "articles/receipt", """{ "by": "bureau" }"""),
                Done("04-24", "PUT", "articles/due-date", """{ "by": "office", "dueOn": "2020-05-11", "reason": "Both delegations are in quarantine." }"""),
                Done("04-27", "POST", "articles/extensions", """{ "by": "bureau", "dueOn": "2020-05-25", "reason": "One article is still open." }"""),
            ],
            Day("04-27", 12));
        await Rebase(app.Http);
        return app;
    }

    /// <summary>A plan that allows more, to which the items are moved; and a newer one, which they do not know.</summary>
    private static async Task Rebase(HttpClient http)
    {
        await Allow(http, 3);
        JsonNode look = await Post(http, new { by = "office" });
        _ = await Post(http, new { by = "office", preview = (string)look["preview"]! });
        await Allow(http, 9);
    }

    private static async Task Allow(HttpClient http, int extensions)
    {
        JsonNode plan = (await http.GetFromJsonAsync<JsonNode>("api/plans/default"))!;
        plan["extensionsMax"] = extensions;
        _ = (await http.PutAsJsonAsync("api/plans/default", plan)).EnsureSuccessStatusCode();
    }

    private static async Task<JsonNode> Post(HttpClient http, object body) =>
        (await (await http.PostAsJsonAsync("api/agreements/detours/rebase", body))
            .EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!;

    private static Act Done(string day, string method, string path, string? body) =>
        new(Day(day, 10), method, $"/api/agreements/detours/items/{path}", body, null);

    private static DateTimeOffset Day(string day, int hour) => Moments.Day($"2020-{day}T{hour:D2}:00:00+08:00");
}
