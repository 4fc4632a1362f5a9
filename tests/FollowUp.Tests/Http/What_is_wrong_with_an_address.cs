using FollowUp.Http;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>Tests <see cref="RouteIds"/> and <see cref="NoRoute"/>.</summary>
public sealed class What_is_wrong_with_an_address
{
    private static readonly string[] Hostile =
        ["a%2Fb", "a'b", "'%20or%20'1'%20eq%20'1", "item%7Cprotocol", "a%0Ab", "protocol%0A", "%E2%80%AE", "%25", new string('a', 4_000)];

    [Fact]
    public async Task finds_nothing_and_changes_nothing()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        IReadOnlyList<string> stored = await town.Tables.Everything();

        foreach (string id in Hostile)
        {
            foreach (string path in new[] { $"/api/agreements/{id}", $"/api/agreements/{id}/items/protocol", Town.PathOf(id),
                $"{Town.PathOf(id)}/ledger", $"/api/people/{id}", $"/api/plans/{id}", $"/api/calendars/{id}" })
            {
                Answer answer = await town.Get(path);
                answer.Status.Should().BeOneOf([400, 404, 414], $"of GET {path}: {answer.Text}");
            }

            foreach (string path in new[] { $"{Town.PathOf(id)}/receipt", $"/api/agreements/{id}/items/protocol/receipt" })
            {
                Answer answer = await town.Put(path, Papers.By("law"));
                answer.Status.Should().BeOneOf([400, 404, 414], $"of PUT {path}: {answer.Text}");
            }
        }

        (await town.Tables.Everything()).Should().Equal(stored);
    }

    [Fact]
    public async Task is_refused_where_it_asks_for_what_nobody_knows() // law 18
    {
        await using Town town = await Town.With(Papers.ItemOf());

        foreach (string query in new[]
        {
            "colour=blue", "state=lost", "slip=green", "limit=0", "limit=201", "limit=ten", "dueBefore=tomorrow", "owner='%20or%20true",
            "agreement=a%0A",
            "cursor=zz", "cursor=00",
        })
        {
            Answer answer = await town.Get($"/api/items?{query}");
            (answer.Status, answer.Problem, string.Join(' ', answer.Pointers))
                .Should().Be((422, "invalid-input", $"/{query.Split('=')[0]}"), $"of {query}: {answer.Text}");
        }
    }

    [Fact]
    public async Task of_the_wrong_method_is_no_way_in()
    {
        await using Town town = await Town.With(Papers.ItemOf());

        (await town.Call("GET", $"{Town.PathOf(Papers.Item)}/receipt", null)).Status.Should().Be(405);
        (await town.Call("DELETE", Town.PathOf(Papers.Item), null)).Status.Should().Be(405);
        (await town.Get("/api/nothing")).Status.Should().Be(404);
    }
}
