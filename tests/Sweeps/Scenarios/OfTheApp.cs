using System.Text.Json.Nodes;
using FollowUp.Sweeps.Rig;

namespace FollowUp.Sweeps.Scenarios;

/// <summary>What callers do to agreements and items. Half an hour after the agreement was registered its letters are out.</summary>
internal static class OfTheApp
{
    public static IEnumerable<Scenario> All =>
    [
        new("register", People, stage => stage.Ask("POST", "/api/agreements", Three(), "k1")),
        new("add-item", Registered, stage => stage.Ask("POST", Papers.Items, Papers.ItemOf("added"), "k2")),
        new("sign-and-progress", Registered, async stage =>
        {
            await stage.Ask("PUT", Papers.PathOf("receipt"), Papers.By("law"));
            await stage.Ask("POST", Papers.PathOf("progress"), Papers.By("law", ("text", "Half of it is done.")), "k3");
        }),
        new("report", Registered, Report),
        new("confirm", stage => After(stage, Report), Confirm),
        new("return", stage => After(stage, Report),
            stage => stage.Ask("POST", Papers.PathOf("return"), Papers.By("lead", ("reason", "The annex is missing.")), "k4")),
        new("extension-asked", Registered, AskForTime),
        new("extension-decided", stage => After(stage, AskForTime),
            stage => stage.Ask("PUT", Papers.PathOf("extensions/1"), Papers.By("lead", ("decision", "granted")))),
        new("suspend-and-resume", Registered, async stage =>
        {
            await stage.Ask("PUT", Papers.PathOf("waiting"), Papers.By("desk", ("reason", "They must move first.")));
            await stage.Ask("DELETE", Papers.PathOf("waiting?by=desk"));
        }),
        new("hand-over", Registered,
            stage => stage.Ask(
                "PUT", Papers.PathOf("owner"), Papers.By("desk", ("owner", "law-2"), ("reason", "A new division of work.")))),
        new("reschedule", Registered,
            stage => stage.Ask(
                "PUT", Papers.PathOf("due-date"), Papers.By("desk", ("dueOn", "2020-07-15"), ("reason", "Moved by both sides.")))),
        new("withdraw", Registered,
            stage => stage.Ask("PUT", Papers.PathOf("withdrawal"), Papers.By("desk", ("reason", "Agreed otherwise.")))),
        new("wording", Registered, async stage =>
        {
            await stage.Ask("PUT", Papers.PathOf("wording"), Papers.By("desk", ("number", "12/3")), "k7");
            await stage.Ask("PUT", "/api/agreements/minutes/wording", Papers.By("desk", ("place", "Beijing")), "k8");
        }),
        new("ask-and-escalate", Registered, async stage =>
        {
            await stage.Ask("POST", Papers.PathOf("questions"), Papers.By("law", ("text", "Which annex?")), "k9");
            await stage.Ask("POST", Papers.PathOf("escalations"), Papers.By("law", ("reason", "It must go up.")), "k10");
        }),
        new("re-base", stage => After(stage, async _ =>
        {
            JsonNode plan = await stage.Ask("GET", "/api/plans/default");
            plan["hour"] = "08:30";
            await stage.Ask("PUT", "/api/plans/default", plan);
        }), async stage =>
        {
            JsonNode look = await stage.Ask("POST", "/api/agreements/minutes/rebase", Papers.By("desk"));
            await stage.Ask("POST", "/api/agreements/minutes/rebase", Papers.By("desk", ("preview", (string)look["preview"]!)));
        }),
        new("import", Registered, stage => stage.Ask("POST", "/api/registers", new JsonObject
        {
            ["people"] = new JsonArray(Papers.PersonOf("law", "Asia/Vladivostok")),
            ["agreements"] = new JsonArray(Papers.AgreementOf("protocol-of-may", Papers.ItemOf("visit"))),
        }, "k6")),
        new("host-replaced", Registered, async stage =>
        {
            await stage.Down();
            await stage.Open();
        }),
    ];

    /// <summary>Long enough a pause that the first is said before the second is done, whatever befalls it.</summary>
    public static IEnumerable<Scenario> InTwoSteps =>
    [
        new("report-and-confirm", Registered, async stage =>
        {
            await Report(stage);
            await stage.Minutes(10);
            await Confirm(stage);
        }),
    ];

    internal static Task People(Stage stage) => stage.Ask("POST", "/api/registers", new JsonObject { ["people"] = Papers.People });

    internal static Task Registered(Stage stage) => After(stage, _ => Task.CompletedTask);

    internal static JsonObject Three() =>
        Papers.AgreementOf(Papers.ItemOf(Papers.Item), Papers.ItemOf("visit"), Papers.ItemOf("signature", after: Papers.Item));

    internal static Task Report(Stage stage) => stage.Ask("PUT", Papers.PathOf("completion"), Papers.Done("law"));

    internal static Task Confirm(Stage stage) => stage.Ask("PUT", Papers.PathOf("confirmation"), Papers.By("lead"));

    private static Task AskForTime(Stage stage) =>
        stage.Ask("POST", Papers.PathOf("extensions"),
            Papers.By("law", ("dueOn", "2020-07-15"), ("reason", "The other side asks for time.")), "k5");

    /// <summary>The agreement is registered, more is done, and all letters are out.</summary>
    private static async Task After(Stage stage, Func<Stage, Task> more)
    {
        await People(stage);
        await stage.Ask("POST", "/api/agreements", Three());
        await stage.Minutes(30);
        await more(stage);
        await stage.Minutes(10);
    }
}
