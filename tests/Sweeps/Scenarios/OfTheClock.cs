using System.Text.Json.Nodes;
using FollowUp.Sweeps.Rig;

namespace FollowUp.Sweeps.Scenarios;

/// <summary>What nobody does: rungs fall due, letters go out, and what was lost is found.</summary>
internal static class OfTheClock
{
    /// <summary>A week before the due date the owner is told, at nine.</summary>
    private const string EveOfTheWeek = "2020-06-10 08:58";

    private const string Ten = "2020-06-10 09:03";

    public static IEnumerable<Scenario> All =>
    [
        new("advance-and-deliver", stage => Eve(stage, items: 1), stage => stage.Until(Ten)),
        new("digest", stage => Eve(stage, items: 3), stage => stage.Until(Ten)),
        new("letters-of-a-minute", EveOfEleven, stage => stage.Until(Ten)),
        new("refused-letter", stage => Eve(stage, items: 1), async stage =>
        {
            stage.Mailbox.Refuse("law");
            await stage.Until(Ten);
        }),
        new("delayed-letter", stage => Eve(stage, items: 1), async stage =>
        {
            stage.Mailbox.DelayUntil(NodaTime.Instant.FromDateTimeOffset(Moments.Of(Ten)));
            await stage.Until("2020-06-10 09:10");
        }),
        new("hub-lost", async stage =>
        {
            await Eve(stage, items: 1);
            await stage.Down();
            using Azure.Response gone = await stage.Rows.GetTableClient("FollowUpHub").DeleteAsync();
        }, stage => stage.Until("2020-06-10 09:06")),
        new("next-occurrence", async stage =>
        {
            await OfTheApp.People(stage);
            await stage.Ask("POST", "/api/agreements",
                Papers.AgreementOf(Papers.ItemOf("meet", dueOn: "2020-05-20", recurrence: "FREQ=MONTHLY;COUNT=3")));
            await stage.Until("2020-05-20 23:58");
        }, stage => stage.Until("2020-05-21 00:03")),
    ];

    /// <summary>One more than an activity takes.</summary>
    private static async Task EveOfEleven(Stage stage)
    {
        string[] units = [.. Enumerable.Range(1, 11).Select(n => $"unit-{n}")];
        await OfTheApp.People(stage);
        JsonArray people = [.. units.Select(id => (JsonNode)Papers.PersonOf(id))];
        await stage.Ask("POST", "/api/registers", new JsonObject { ["people"] = people });
        await stage.Ask("POST", "/api/agreements", Papers.AgreementOf([.. units.Select(Papers.ItemOfUnit)]));
        await stage.Until(EveOfTheWeek);
    }

    private static async Task Eve(Stage stage, int items)
    {
        await OfTheApp.People(stage);
        await stage.Ask(
            "POST", "/api/agreements", Papers.AgreementOf([.. Enumerable.Range(1, items).Select(n => Papers.ItemOf($"protocol-{n}"))]));
        await stage.Until(EveOfTheWeek);
    }
}
