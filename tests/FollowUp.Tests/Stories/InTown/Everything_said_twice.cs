using System.Text.Json.Nodes;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Stories.InTown;

/// <summary>
/// docs/design.md §6: people and retries repeat themselves; a verb that already happened answers 200 and changes nothing.
/// </summary>
public sealed class Everything_said_twice
{
    [Fact]
    public async Task changes_nothing_the_second_time()
    {
        JsonObject item = Papers.ItemOf();
        item["stages"] = new JsonArray(new JsonObject { ["id"] = "draft", ["dueOn"] = "2020-06-01" });
        await using Town town = await Town.With(item);

        await Twice(town, "asking", 201, () => town.Ask("2020-06-30"));
        await Twice(town, "granting", 200, () => town.Grant(1));
        await Twice(town, "waiting", 200, () => town.Suspend());
        await town.Until("2020-05-13 10:00");
        await Twice(town, "going on", 200, () => town.Resume());
        await Twice(town, "handing over", 200, () => town.HandTo("law-2"));
        await Twice(town, "signing", 200, () => town.Sign("law-2"));
        await Twice(town, "a stage", 200, () => town.Put($"{Town.PathOf(Papers.Item)}/stages/draft", Papers.By("law-2")));
        await Twice(town, "rescheduling", 200, () => town.Reschedule("2020-07-15"));
        await Twice(town, "reporting", 200, () => town.Report("law-2"));
        await Twice(town, "sending back", 200, () => town.SendBack("The annex is missing."));
        await Twice(town, "withdrawing", 200,
            () => town.Put(
                $"{Town.PathOf(Papers.Item)}/withdrawal", new JsonObject { ["by"] = "desk", ["reason"] = "Overtaken by the treaty." }));

        (await town.Events()).Where(what => what != "notice").Should().Equal(
            "registered", "assigned", "extension-asked", "extension-granted", "waiting", "resumed", "handed-over", "signed", "stage-done",
            "rescheduled", "reported", "returned", "withdrawn");
    }

    private static async Task Twice(Town town, string what, int status, Func<Task<Answer>> say)
    {
        Answer first = await say();
        IReadOnlyList<string> stored = await town.Tables.Everything();
        Answer again = await say();

        (first.Status, again.Status).Should().Be((status, 200), $"{what}: {first.Text}, {again.Text}");
        (await town.Tables.Everything()).Should().Equal(stored, what);
        again.ETag.Should().Be(first.ETag, what);
    }
}
