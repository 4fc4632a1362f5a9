using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using FollowUp.Operations;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations;

/// <summary>They are found by the agreements that name their owner, and not among everybody's. Tests <see cref="Listing"/>.</summary>
public sealed class The_items_of_an_owner
{
    /// <summary>Three agreements with two items of the one and one of the other.</summary>
    private static async Task<Town> Ministry()
    {
        Town town = await Town.Of("2020-05-11 10:00");
        foreach (string agreement in new[] { "a", "b", "c" })
        {
            (await town.Post(
                "/api/agreements", Papers.AgreementOf(agreement, Papers.ItemOf("one"), Papers.ItemOf("three", owner: "law-2"),
                    Papers.ItemOf("two")))).Status.Should().Be(201);
        }

        return town;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(200)]
    public async Task come_page_by_page_each_once(int limit)
    {
        await using Town town = await Ministry();

        (await town.Pages("owner=law", limit)).Should().Equal("a/one", "a/two", "b/one", "b/two", "c/one", "c/two");
        (await town.Pages("owner=law-2", limit)).Should().Equal("a/three", "b/three", "c/three");
    }

    [Fact]
    public async Task are_those_that_they_own_now()
    {
        await using Town town = await Ministry();
        JsonObject hand = new() { ["by"] = "desk", ["owner"] = "law-2", ["reason"] = "She left." };
        (await town.Put("/api/agreements/b/items/one/owner", hand)).Status.Should().Be(200);

        (await town.Pages("owner=law-2", 2)).Should().Equal("a/three", "b/one", "b/three", "c/three");
        (await town.Pages("owner=law&state=open", 200)).Should().NotContain("b/one").And.HaveCount(5);
        (await town.Pages("owner=desk", 200)).Should().BeEmpty("whoever coordinates owns nothing by that");
        (await town.Pages("owner=nobody", 200)).Should().BeEmpty();
    }

    [Fact]
    public async Task cost_as_much_as_their_agreements_however_many_others_there_are()
    {
        await using Town town = await Ministry();
        (await town.Post("/api/agreements", Papers.AgreementOf("theirs", Papers.ItemOf("one", owner: "first")))).Status.Should().Be(201);
        List<string> asked = [];
        town.Wire.Before = asked.Add;

        (await town.Pages("owner=nobody", 200)).Should().BeEmpty();
        asked.Should().ContainSingle("nobody has a part in nothing").Which.Should().EndWith("/People()");

        (await town.Pages("owner=first", 200)).Should().Equal("theirs/one");
        asked.Should().HaveCount(1 + 2, "first, the head of all chains, has a part in all four, and owns something in one");
    }

    /// <summary>What somebody owned in years goes on where the answer before stopped looking.</summary>
    [Fact]
    public async Task come_page_by_page_among_many_agreements_too()
    {
        await using Town town = await Ministry();
        foreach (int[] some in Enumerable.Range(0, 1_000).Chunk(100))
        {
            IEnumerable<TableTransactionAction> parts =
                some.Select(
                    n => new TableTransactionAction(
                        TableTransactionActionType.Add, new TableEntity("named", $"law|b-{n}") { ["Owns"] = true }));
            _ = await town.Tables.Table("People").SubmitTransactionAsync(parts, TestContext.Current.CancellationToken);
        }

        (await town.Get("/api/items?owner=law")).Body!["next"].Should().NotBeNull("four hundred agreements are looked into at once");
        (await town.Pages("owner=law", 2)).Should().Equal("a/one", "a/two", "b/one", "b/two", "c/one", "c/two");
        (await town.Pages("owner=law-2", 200)).Should().Equal("a/three", "b/three", "c/three");
    }

    /// <summary>Law 18: what no listing gave out, none takes.</summary>
    [Theory]
    [InlineData("a' one")]
    [InlineData("' ~")]
    public async Task go_on_from_nowhere_else(string cursor)
    {
        await using Town town = await Ministry();

        Answer answer = await town.Get($"/api/items?owner=law&cursor={Convert.ToHexStringLower(Encoding.UTF8.GetBytes(cursor))}");

        (answer.Status, answer.Problem, string.Join(' ', answer.Pointers)).Should().Be((422, "invalid-input", "/cursor"), answer.Text);
    }
}
