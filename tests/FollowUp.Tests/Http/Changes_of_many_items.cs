using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Http.Responses;
using FollowUp.Operations;
using FollowUp.Operations.Bulk;
using FollowUp.Parsing;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// Tests <see cref="ChangeItems"/>, <see cref="BulkParser"/>, <see cref="BulkPlanner"/>, <see cref="BulkCommitter"/> and
/// <see cref="BulkResponse"/>. Also tests <see cref="BulkDecision"/>, <see cref="BulkChange"/>, <see cref="BulkItem"/>,
/// <see cref="BulkPlan"/>, <see cref="BulkChangeResponse"/>, <see cref="BulkItemResponse"/> and <see cref="ItemClocks"/>.
/// </summary>
public sealed class Changes_of_many_items
{
    private const string Changes = $"/api/agreements/{Papers.Agreement}/changes";

    [Fact]
    public async Task are_shown_and_then_done_all_at_once()
    {
        await using Town town = await Town.With(Papers.ItemOf("a"), Papers.ItemOf("b"), Papers.ItemOf("c"));
        JsonNode preview = (await town.Post(Changes, Body("owner", "law-2", "a", "b"))).Body!;

        ((bool)preview["isApplied"]!, (int)preview["changed"]!, (int)preview["refused"]!).Should().Be((false, 2, 0));
        preview["people"]!.AsArray().Select(one => $"{one!["person"]} +{one["gained"]} -{one["lost"]}")
            .Should().BeEquivalentTo("law-2 +2 -0", "law +0 -2");
        ((int)preview["items"]![0]!["difference"]!["gained"]!).Should().BePositive();
        ((string)(await town.Item("a"))["owner"]!).Should().Be("law", "a look changes nothing (law 17)");

        Answer done = await town.Post($"{Changes}?preview={preview["preview"]}", Body("owner", "law-2", "a", "b"));
        (done.Status, (bool)done.Body!["isApplied"]!).Should().Be((200, true));
        (await Owners(town)).Should().Equal("law-2", "law-2", "law");
        (await town.Put($"{Town.PathOf("a")}/owner", new JsonObject { ["by"] = "desk", ["owner"] = "law", ["reason"] = "back" }))
            .Status.Should().Be(200);
        Answer again = await town.Post($"{Changes}?preview={preview["preview"]}", Body("owner", "law-2", "a", "b"));
        (again.Status, (bool)again.Body!["isApplied"]!, (int)again.Body["changed"]!).Should().Be(
            (200, true, 0), "its answer may have been lost");
        (await Owners(town)).Should().Equal(["law", "law-2", "law"], "nothing that was done since is done over");
        (await town.Events()).Count(one => one == "handed-over").Should().Be(3);
    }

    [Fact]
    public async Task are_refused_with_every_reason_and_nothing_is_done()
    {
        await using Town town = await Town.With(Papers.ItemOf("a"), Papers.ItemOf("b"), Papers.ItemOf("c"));
        (await town.Put($"{Town.PathOf("a")}/waiting", new JsonObject { ["by"] = "desk", ["reason"] = "their turn" }))
            .Status.Should().Be(200);
        (await town.Put($"{Town.PathOf("b")}/completion", Papers.Done("law"))).Status.Should().Be(200);
        JsonNode preview = (await town.Post(Changes, Body("moveBy", "+10wd"))).Body!;

        preview["preview"].Should().BeNull();
        preview["items"]!.AsArray().Select(item => (string)item!["becomes"]!).Should().Equal("refused", "refused", "changed");
        preview["items"]!.AsArray().SelectMany(item => item!["faults"]!.AsArray()).Select(fault => (string)fault!["code"]!)
            .Should().HaveCount(2).And.OnlyContain(code => code == "not-taken");
        (await town.Post(Changes, Body("owner", "nobody", "z"))).Status.Should().Be(422);
        (await town.Events()).Should().NotContain("rescheduled");
    }

    [Fact]
    public async Task are_refused_where_something_changed_since_the_preview()
    {
        await using Town town = await Town.With(Papers.ItemOf("a"), Papers.ItemOf("b"));
        string token = (string)(await town.Post(Changes, Body("moveBy", "+10wd"))).Body!["preview"]!;
        (await town.Put($"{Town.PathOf("a")}/receipt", Papers.By("law"))).Status.Should().Be(200);

        (await town.Post($"{Changes}?preview={token}", Body("moveBy", "+10wd"))).Status.Should().Be(412);
        token = (string)(await town.Post(Changes, Body("moveBy", "+10wd"))).Body!["preview"]!;
        (await town.Post($"{Changes}?preview={token}", Body("moveBy", "+10wd"))).Status.Should().Be(200);
        ((string)(await town.Item("b"))["dueOn"]!).Should().Be("2020-07-02", "counted over the Dragon Boat festival");
    }

    /// <summary>Law 15: a letter that lies in the bag for whoever coordinated goes to nobody, and who coordinates now hears.</summary>
    [Fact]
    public async Task give_an_agreement_another_coordinator_with_all_that_is_open_and_comes()
    {
        await using Town town = await Town.With(Papers.ItemOf("a"), Papers.ItemOf("b"));
        await town.Until("2020-05-14 09:00");
        await Do(town, Body("coordinator", "law-2"));
        await town.Until("2020-05-18 12:00");

        town.Mailbox.To("desk").Should().BeEmpty();
        town.Mailbox.To("law-2").Should().NotBeEmpty();
        JsonNode agreement = (await town.Get($"/api/agreements/{Papers.Agreement}")).Body!;
        ((string)agreement["coordinator"]!, (string)(await town.Item("a"))["coordinator"]!).Should().Be(("law-2", "law-2"));
        (await town.Post($"/api/agreements/{Papers.Agreement}/items", Papers.ItemOf("c"))).Status.Should().Be(201);
        ((string)(await town.Item("c"))["coordinator"]!).Should().Be("law-2");
        (await town.Post(Changes, Body("coordinator", "desk"))).Body!["preview"].Should().BeNull("desk coordinates nothing any more");
    }

    [Theory]
    [InlineData("chain", "third")]
    [InlineData("issuer", "law-2")]
    [InlineData("supporting", "law-2")]
    [InlineData("counterpart", "law-2")]
    public async Task reach_every_part(string part, string person)
    {
        await using Town town = await Town.With(Papers.ItemOf("a"));
        await Do(town, Body(part, person, "a"));

        JsonNode item = await town.Item("a");
        (item[part] is JsonArray several ? (string)several.Single()! : (string)item[part]!).Should().Be(person);
        ((string)item["reassignments"]![0]!["part"]!).Should().Be(part);
        ((string)(await town.Journal())[^1]["said"]!["code"]!).Should().Be("reassigned");
    }

    private static async Task Do(Town town, JsonObject body)
    {
        Answer preview = await town.Post(Changes, body.DeepClone());
        preview.Status.Should().Be(200, preview.Text);
        Answer done = await town.Post($"{Changes}?preview={preview.Body!["preview"]}", body);
        done.Status.Should().Be(200, done.Text);
    }

    private static JsonObject Body(string field, string value, params string[] items)
    {
        JsonObject body = new()
        {
            ["by"] = "desk",
            ["reason"] = "The department was closed.",
            [field] = field is "chain" or "supporting" ? new JsonArray(value) : value,
        };
        if (items.Length > 0)
        {
            body["items"] = new JsonArray([.. items.Select(item => (JsonNode)item)]);
        }

        return body;
    }

    private static async Task<IEnumerable<string>> Owners(Town town)
    {
        List<string> owners = [];
        foreach (string item in (string[])["a", "b", "c"])
        {
            owners.Add((string)(await town.Item(item))["owner"]!);
        }

        return owners;
    }
}
