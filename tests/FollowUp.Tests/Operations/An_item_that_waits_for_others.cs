using System.Text.Json.Nodes;
using Azure.Data.Tables;
using FollowUp.Operations;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations;

/// <summary>Tests <see cref="DueItems"/>, <see cref="ItemAdvancer"/> and <see cref="ItemAddition"/>.</summary>
public sealed class An_item_that_waits_for_others
{
    private static JsonObject Waits(string id, params string[] others)
    {
        JsonObject item = Papers.ItemOf(id, "2020-07-17", owner: "law-2");
        item["dependsOn"] = new JsonArray([.. others.Select(other => (JsonNode)other)]);
        return item;
    }

    [Fact]
    public async Task is_handed_to_its_owner_when_the_last_of_them_closes()
    {
        await using Town town =
            await Town.With(Papers.ItemOf(), Papers.ItemOf("visit", "2020-06-10"), Waits("signature", Papers.Item, "visit"));
        await town.Until("2020-05-12 10:00");
        ((string)(await town.Item("signature"))["state"]!).Should().Be("registered");
        (await town.Put($"{Town.PathOf("signature")}/receipt", Papers.By("law-2"))).Problem.Should().Be("not-now");

        await town.Report();
        await town.Confirm();
        await town.Put($"{Town.PathOf("visit")}/withdrawal", new JsonObject { ["by"] = "desk", ["reason"] = "agreed otherwise" });
        await town.Until("2020-05-12 10:10");

        ((string)(await town.Item("signature"))["state"]!).Should().Be("assigned");
        town.Mailbox.To("law-2").Should().Equal("05-12 10:01 law-2: receipt/at-once");
        (await town.Journal()).Where(entry => (string?)entry["item"] == "signature" && (string?)entry["event"] != "notice")
            .Select(entry => $"{entry["event"]}: {entry["text"]}").Should().Equal(
            "registered: waits for protocol, visit, due 2020-07-17",
            "assigned: to law-2, due 2020-07-17");
    }

    // Law 1: the closing is in the row; whatever else is lost costs minutes.
    [Fact]
    public async Task is_found_by_the_sweep_when_every_nudge_is_lost()
    {
        await using Town town = await Town.With(Papers.ItemOf(), Waits("signature", Papers.Item));
        await town.Report();
        await town.Stop();
        await town.Tables.LoseHub();
        await town.Start();
        await town.Confirm();
        await town.Minutes(5);

        ((string)(await town.Item("signature"))["state"]!).Should().Be("assigned");
        town.Mailbox.To("law-2").Should().ContainSingle().Which.Should().EndWith("law-2: receipt/at-once");
    }

    /// <summary>A store that was begun by an earlier version does not say which items wait.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task is_looked_for_in_the_whole_agreement_only_where_nobody_wrote_down_which_do(bool isOld)
    {
        await using Town town = await Town.With(Papers.ItemOf(), Papers.ItemOf("visit"), Waits("signature", Papers.Item));
        if (isOld)
        {
            await town.Stop();
            TableClient table = town.Tables.Table("Agreements");
            TableEntity head = await table.GetEntityAsync<TableEntity>(
                Papers.Agreement, "agreement", cancellationToken: TestContext.Current.CancellationToken);
            head.Remove("Dependent").Should().BeTrue();
            using Azure.Response answer =
                await table.UpdateEntityAsync(head, head.ETag, TableUpdateMode.Replace, TestContext.Current.CancellationToken);
            await town.Start();
        }

        int asked = 0;
        await town.Report();
        town.Wire.Before = what => _ = what.StartsWith("GET", StringComparison.Ordinal)
            && what.EndsWith("/Agreements()", StringComparison.Ordinal) ? Interlocked.Increment(ref asked) : 0;
        await town.Confirm();
        town.Wire.Before = _ => { };
        await town.Minutes(2);

        (asked > 0).Should().Be(isOld);
        ((string)(await town.Item("signature"))["state"]!).Should().Be("assigned");
    }

    [Theory]
    [InlineData(Papers.Item, "assigned")]
    [InlineData("visit", "registered")]
    public async Task that_was_added_later_is_known_to_wait(string closed, string state)
    {
        await using Town town = await Town.With(Papers.ItemOf(), Papers.ItemOf("visit"));
        (await town.Post($"/api/agreements/{Papers.Agreement}/items", Waits("signature", Papers.Item))).Status.Should().Be(201);
        (await town.Put($"{Town.PathOf(closed)}/withdrawal", new JsonObject { ["by"] = "desk", ["reason"] = "agreed otherwise" })).Status
            .Should().Be(200);

        ((string)(await town.Item("signature"))["state"]!).Should().Be(state);
    }

    // Law 18: a date that nobody measures is worse than none.
    [Fact]
    public async Task is_told_of_to_its_coordinator_when_its_date_comes_near_and_it_cannot_begin()
    {
        await using Town town = await Town.With(Papers.ItemOf(dueOn: "2020-09-30"), Waits("signature", Papers.Item));
        await town.Until("2020-07-28 10:00");

        town.Mailbox.To("desk").Where(line => line.Contains("blocked", StringComparison.Ordinal)).Should().Equal(
            "07-10 09:01 desk: blocked/week",
            "07-17 09:01 desk: blocked/day",
            "07-24 09:01 desk: blocked/again");
        ((string)(await town.Item("signature"))["slip"]!).Should().Be("red");
        town.Mailbox.To("law-2").Should().BeEmpty();
    }

    [Fact]
    public async Task is_assigned_at_once_when_they_are_closed_already()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Report();
        await town.Confirm();
        (await town.Post($"/api/agreements/{Papers.Agreement}/items", Waits("signature", Papers.Item))).Status.Should().Be(201);
        await town.Until("2020-05-11 10:05");
        ((string)(await town.Item("signature"))["state"]!).Should().Be("assigned");
    }

    [Fact]
    public async Task must_name_items_that_there_are()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        Answer answer = await town.Post($"/api/agreements/{Papers.Agreement}/items", Waits("signature", "visit"));
        answer.Status.Should().Be(422);
        answer.Pointers.Should().Equal("/dependsOn/0");

        Answer circle = await town.Post("/api/agreements", Papers.AgreementOf("other", Waits("a", "b"), Waits("b", "a")));
        circle.Pointers.Should().Equal("/items/0/dependsOn");
        circle.Text.Should().Contain("a would wait for itself");
    }
}
