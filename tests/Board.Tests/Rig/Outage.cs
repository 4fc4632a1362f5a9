namespace FollowUp.Board.Tests.Rig;

/// <summary>
/// A register by strangers who mean harm, and a week in which FollowUp was away: when it is back it has notices to skip, to
/// supersede and to put off.
/// </summary>
internal static class Outage
{
    /// <summary>Whoever obeys any of these sets <c>window.obeyed</c>.</summary>
    public const string Image = "<img src=x onerror=\"window.obeyed=1\">";
    public const string Address = "javascript:window.obeyed=1";
    public const string Code = "<script>window.obeyed=1</script>";
    public const string Name = "\"><svg onload=window.obeyed=1>";

    public const string Item = "#/agreements/odd/items/";

    private const string Register =
        """
        {
          "people": [
            { "id": "desk", "name": "\"><svg onload=window.obeyed=1>", "email": "desk@nia.example", "timeZone": "Asia/Shanghai", "calendar": "CN" },
            { "id": "lead", "name": "The lead", "email": "lead@nia.example", "timeZone": "Asia/Shanghai", "calendar": "CN" }
          ],
          "agreements": [ {
            "id": "odd", "kind": "minutes", "signedOn": "2019-11-21", "title": { "en": "javascript:window.obeyed=1" },
            "parties": [ { "code": "CN", "name": { "en": "China" }, "calendar": "CN", "timeZone": "Asia/Shanghai" } ],
            "coordinator": "lead", "chain": [ "lead" ],
            "clauses": [ { "id": "one", "text": { "en": "<script>window.obeyed=1</script>" } } ],
            "items": [
              { "id": "left-alone", "kind": "other", "clause": "one", "title": { "en": "<img src=x onerror=\"window.obeyed=1\">" },
                "owner": "desk", "issuer": "lead", "dueOn": "2019-11-25" },
              { "id": "handed-in", "kind": "other", "clause": "one", "title": { "en": "Reported when it was late" },
                "owner": "desk", "issuer": "lead", "dueOn": "2019-11-25" }
            ]
          } ]
        }
        """;

    private const string Report = """{ "by": "desk", "evidence": { "kind": "document", "ref": "javascript:window.obeyed=1" } }""";

    public static async Task<RunningApp> Live()
    {
        DateTimeOffset signed = Moments.Day("2019-11-21T10:00:00+08:00");
        RunningApp app = await RunningApp.Start(signed);
        await app.Live([new(signed, "POST", "/api/registers", Register, 201)], signed.AddHours(1));

        DateTimeOffset back = Moments.Day("2019-11-29T12:00:00+08:00");
        await app.Leap(back);
        await app.Live([new(back, "PUT", "/api/agreements/odd/items/handed-in/completion", Report, 200)], back.AddMinutes(10));
        return app;
    }
}
