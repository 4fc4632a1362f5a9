namespace FollowUp.Board.Tests.Rig;

/// <summary>A small agreement of January 2026, in an app of its own: for tests that change things.</summary>
internal static class Rivers
{
    public const string Item = "#/agreements/rivers/items/charts";

    private const string Register =
        """
        {
          "people": [
            { "id": "law", "name": "Law desk", "email": "law@rivers.example", "timeZone": "Asia/Shanghai", "calendar": "CN" },
            { "id": "deputy", "name": "Deputy", "email": "deputy@rivers.example", "timeZone": "Asia/Shanghai", "calendar": "CN" },
            { "id": "lead", "name": "Director", "email": "lead@rivers.example", "timeZone": "Asia/Shanghai", "calendar": "CN" },
            { "id": "office", "name": "Office", "email": "office@rivers.example", "timeZone": "Asia/Shanghai", "calendar": "CN" }
          ],
          "agreements": [ {
            "id": "rivers", "kind": "minutes", "signedOn": "2026-01-12", "place": "Heihe",
            "title": { "en": "Talks on the river", "zh": "界河会谈", "ru": "Переговоры о реке" },
            "parties": [ { "code": "CN", "name": { "en": "China" }, "calendar": "CN", "timeZone": "Asia/Shanghai" } ],
            "coordinator": "office", "chain": [ "lead" ],
            "clauses": [ { "id": "6-2", "text": { "en": "Both sides keep the river open." } } ],
            "items": [
              { "id": "charts", "kind": "other", "title": { "en": "Exchange the charts", "zh": "交换海图", "ru": "Обменяться картами" },
                "owner": "law", "issuer": "lead", "dueOn": "2026-03-31" },
              { "id": "pilots", "kind": "other", "title": { "en": "Name the pilots", "zh": "指定引航员", "ru": "Назвать лоцманов" },
                "owner": "law", "issuer": "lead", "dueOn": "2026-04-30" }
            ]
          } ]
        }
        """;

    public static async Task<RunningApp> Open()
    {
        DateTimeOffset signed = Moments.Day("2026-01-12T10:00:00+08:00");
        RunningApp app = await RunningApp.Start(signed);
        await app.Live([new(signed, "POST", "/api/registers", Register, 201)], signed.AddMinutes(2));
        return app;
    }
}
