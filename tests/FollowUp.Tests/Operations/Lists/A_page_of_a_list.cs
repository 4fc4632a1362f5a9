using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Operations.Lists;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Operations.Lists;

/// <summary>
/// Somebody reads a list while others work: what did not change is shown once. Tests <see cref="ListPosition"/>,
/// <see cref="ListFilter"/> and <see cref="ListOptions"/>.
/// </summary>
public sealed class A_page_of_a_list
{
    [Theory]
    [InlineData("due")]
    [InlineData("urgency")]
    [InlineData("title")]
    public async Task goes_on_where_the_one_before_ended_whatever_happened_since(string sort)
    {
        await using Town town =
            await Town.With([.. Enumerable.Range(1, 6).Select(n => (JsonNode)Papers.ItemOf($"item-{n}", $"2020-06-{10 + n}"))]);
        Answer first = await town.Get($"/api/items?sort={sort}&limit=3");
        Named(first).Should().Equal("item-1", "item-2", "item-3");

        JsonObject later = new() { ["by"] = "desk", ["dueOn"] = "2020-06-30", ["reason"] = "It was put off." };
        (await town.Put($"{Town.PathOf("item-3")}/due-date", later)).Status.Should().Be(200);
        (await town.Put($"{Town.PathOf("item-1")}/withdrawal", new JsonObject { ["by"] = "desk", ["reason"] = "Overtaken." }))
            .Status.Should().Be(200);
        (await town.Post($"/api/agreements/{Papers.Agreement}/items", Papers.ItemOf("added", "2020-06-15"))).Status.Should().Be(201);

        List<string> rest = [.. await Rest(town, sort, first)];
        rest.Where(item => item is "item-4" or "item-5" or "item-6").Should().Equal("item-4", "item-5", "item-6");
        rest.Should().NotContain("item-2").And.OnlyHaveUniqueItems();
        (await town.Pages($"sort={sort}", 3)).Should().HaveCount(7);
    }

    [Theory]
    [InlineData("?sort=due&cursor=x", "/cursor")]
    [InlineData("?sort=colour", "/sort")]
    [InlineData("?section=green", "/section")]
    [InlineData("?section=late&kind=party", "/kind")]
    [InlineData("?q=", "/q")]
    [InlineData("?awaits=No%20Body", "/awaits")]
    [InlineData("?sort=due&language=de", "/language")]
    public async Task says_what_it_does_not_take(string query, string pointer)
    {
        await using Town town = await Town.With(Papers.ItemOf());
        Answer answer = await town.Get($"/api/items{query}");
        (answer.Status, string.Join(' ', answer.Pointers)).Should().Be((422, pointer), answer.Text);
    }

    [Fact]
    public async Task of_one_order_is_not_gone_on_with_in_another()
    {
        await using Town town = await Town.With(Papers.ItemOf("one"), Papers.ItemOf("two"));
        string? cursor = (string?)(await town.Get("/api/items?sort=due&limit=1")).Body!["next"];
        Answer answer = await town.Get($"/api/items?sort=title&limit=1&cursor={cursor}");
        (answer.Status, string.Join(' ', answer.Pointers)).Should().Be((422, "/cursor"), answer.Text);
    }

    [Fact]
    public void is_found_again_by_its_cursor()
    {
        ListPosition position = new("title", "\u00ff\u0001 \u0000", new("minutes", "protocol"));
        ListPosition.Parse(position.Format()).Should().Be(position);
        ListPosition.Parse("~~~").Should().BeNull();
    }

    private static async Task<IEnumerable<string>> Rest(Town town, string sort, Answer page)
    {
        List<string> rest = [];
        while ((string?)page.Body!["next"] is { } cursor)
        {
            page = await town.Get($"/api/items?sort={sort}&limit=3&cursor={cursor}");
            rest.AddRange(Named(page));
        }

        return rest;
    }

    private static IEnumerable<string> Named(Answer page) => page.Body!["items"]!.AsArray().Select(item => (string)item!["id"]!);
}
