using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Scheduling;
using FollowUp.Tests.Rig;
using Microsoft.DurableTask.Client;

namespace FollowUp.Tests.Operations;

/// <summary>
/// Law 1: whatever carries the clock can be built anew from what was agreed, while the host runs. Tests <see cref="IndexRepair"/> and
/// <see cref="RepairClocks"/>.
/// </summary>
public sealed class A_repair
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task of_a_hub_and_indexes_that_are_gone_brings_every_clock_back()
    {
        await using Town town = await Town.With(Papers.ItemOf(), Papers.ItemOf("annex"));
        await town.Until("2020-05-12 10:00");
        await Lose(town, "FollowUpHub", "Due", "Postbag");

        JsonNode repaired = await Repair(town);
        repaired.ToJsonString().Should().Be("""{"agreements":1,"items":2,"letters":0}""");
        await town.Minutes(5);
        (await Status(town, Papers.Item)).Should().Be(OrchestrationRuntimeStatus.Running);
        (await Status(town, "annex")).Should().Be(OrchestrationRuntimeStatus.Running);
        await town.Until("2020-05-14 12:00");

        town.Mailbox.Since("2020-05-12 00:00").Should().Equal(
            "05-13 09:01 law: receipt/again, receipt/again", "05-14 09:01 desk: receipt/watch, receipt/watch",
            "05-14 09:01 law: receipt/watch, receipt/watch");
        (await town.Sign()).Status.Should().Be(200);
        (await town.Tables.Rows("Postbag")).Should().BeEmpty();
    }

    [Fact]
    public async Task brings_a_succession_back_that_is_still_to_come()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        JsonObject leaves = new() { ["by"] = "desk", ["successor"] = "law-2", ["on"] = "2020-05-20", ["reason"] = "law retires" };
        const string path = "/api/people/law/succession";
        JsonNode preview = (await town.Post(path, leaves)).Body!["preview"]!;
        (await town.Post($"{path}?preview={preview}", leaves)).Status.Should().Be(202);
        await Lose(town, "FollowUpHub", "Due", "Postbag");

        _ = await Repair(town);
        (await Due(town)).Should().Contain("202005191600 succession|law|1");
        await town.Until("2020-05-20 01:00");

        ((string)(await town.Item())["owner"]!).Should().Be("law-2");
    }

    [Fact]
    public async Task puts_letters_back_that_were_on_their_way()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Stop();
        await Lose(town, "FollowUpHub", "Due", "Postbag");
        await town.Start();

        (await Repair(town)).ToJsonString().Should().Be("""{"agreements":1,"items":1,"letters":1}""");
        await town.Minutes(5);

        town.Letters.Should().Equal("05-11 10:01 law: receipt/at-once");
        (await town.LedgerLines()).Should().Contain("receipt/at-once to law: sent");
    }

    [Fact]
    public async Task puts_word_back_of_what_is_over()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        (await town.Sign()).Status.Should().Be(200);
        await town.Until("2020-05-12 10:00");
        (await town.Report()).Status.Should().Be(200);
        (await town.Confirm()).Status.Should().Be(200);
        await town.Stop();
        await Lose(town, "FollowUpHub", "Due", "Postbag");
        await town.Start();

        (await Repair(town))["items"]!.GetValue<int>().Should().Be(0);
        await town.Minutes(5);

        town.Mailbox.Since("2020-05-12 00:00")
            .Should().HaveCount(3).And.OnlyContain(line => line.EndsWith("closing/done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task puts_a_mark_back_that_this_host_wrote_a_moment_ago()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-11 10:00");
        IReadOnlyList<string> before = [.. await Due(town), .. await Bags(town)];
        await Lose(town, "Due", "Postbag");

        _ = await Repair(town);

        before.Should().HaveCount(2);
        (await Due(town)).Concat(await Bags(town)).Should().Contain(before);
    }

    [Fact]
    public async Task of_what_is_in_order_changes_nothing_however_often()
    {
        await using Town town = await Town.With(Papers.ItemOf(), Papers.ItemOf("annex"));
        await town.Until("2020-05-12 10:00");
        (await town.Put($"{Town.PathOf("annex")}/completion", Papers.Done("law"))).Status.Should().Be(200);
        (await town.Put($"{Town.PathOf("annex")}/confirmation", Papers.By("lead"))).Status.Should().Be(200);
        await town.Minutes(5);
        IReadOnlyList<string> before = [.. await town.LedgerLines(), .. await Due(town)];

        (await Repair(town))["items"]!.GetValue<int>().Should().Be(1, "the other is done, and everything about it said");
        _ = await Repair(town);
        await town.Minutes(5);

        before.Should().ContainSingle(line => line.StartsWith("202005130100 agreement|minutes|", StringComparison.Ordinal));
        (await town.LedgerLines()).Concat(await Due(town)).Should().Equal(before);
    }

    [Fact]
    public async Task tells_how_far_it_is_and_goes_on_from_there()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        foreach (int n in Enumerable.Range(1, 23))
        {
            (await town.Post("/api/agreements", Papers.AgreementOf($"minutes-{n}", Papers.ItemOf()))).Status.Should().Be(201);
        }

        JsonNode first = await Repair(town);
        JsonNode second = await Repair(town, $"?cursor={Uri.EscapeDataString(first["next"]!.GetValue<string>())}");

        (first["agreements"]!.GetValue<int>(), second["agreements"]!.GetValue<int>(), second["next"]).Should().Be((20, 3, null));
        (await town.Call("POST", "/api/repair/rehydrate?page=2", null)).Status.Should().Be(422);
    }

    private static async Task Lose(Town town, params string[] tables)
    {
        foreach (string table in tables)
        {
            using Azure.Response answer = await town.Tables.Table(table).DeleteAsync(Cancel);
        }
    }

    private static async Task<JsonNode> Repair(Town town, string query = "")
    {
        Answer answer = await town.Call("POST", $"/api/repair/rehydrate{query}", null);
        answer.Status.Should().Be(200, answer.Text);
        return JsonNode.Parse(answer.Text)!;
    }

    private static async Task<IEnumerable<string>> Due(Town town) =>
        (await town.Tables.Rows("Due")).Select(row => $"{row.PartitionKey[..12]} {row.RowKey}");

    private static async Task<IEnumerable<string>> Bags(Town town) =>
        (await town.Tables.Rows("Postbag")).Select(row => $"{row.PartitionKey} {row.RowKey}");

    private static async Task<OrchestrationRuntimeStatus?> Status(Town town, string item) =>
        (await town.Hub.GetInstanceAsync(OrchestrationStarter.InstanceIdOf(new ItemRef(Papers.Agreement, item)), Cancel))?.RuntimeStatus;
}
