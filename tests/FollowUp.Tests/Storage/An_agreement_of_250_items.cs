using System.Text.Json.Nodes;
using FollowUp.Storage;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Storage;

/// <summary>
/// More than one transaction takes, more than one page shows. Tests <see cref="AgreementTransaction"/> and <see cref="AgreementQueries"/>.
/// </summary>
public sealed class An_agreement_of_250_items(An_agreement_of_250_items.Registered registered)
    : IClassFixture<An_agreement_of_250_items.Registered>
{
    private Town Town => registered.Town;

    [Fact]
    public async Task reaches_each_owner_in_one_letter() // law 16
    {
        await Town.Until("2020-05-11 10:05");

        Town.Mailbox.Arrived.Select(letter => (letter.To, letter.Written.Letter.Notices.Count))
            .Should().BeEquivalentTo([("law", 200), ("law-2", 50)]);
        (await Town.Ledger("item-249")).Should().Contain(row => (string)row["ladder"]! == "receipt" && (string)row["state"]! == "sent");
    }

    [Fact]
    public async Task is_listed_page_by_page_each_item_once()
    {
        List<string> seen = [];
        string? cursor = null;
        do
        {
            Answer page = await Town.Get($"/api/items?limit=60{(cursor is null ? "" : $"&cursor={cursor}")}");
            page.Status.Should().Be(200, page.Text);
            List<string> ids = [.. page.Body!["items"]!.AsArray().Select(item => (string)item!["id"]!)];
            ids.Count.Should().BeLessThanOrEqualTo(60);
            seen.AddRange(ids);
            cursor = (string?)page.Body["next"];
        }
        while (cursor is not null);

        seen.Should().HaveCount(250).And.OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("owner=law-2", 50)]
    [InlineData("state=assigned&owner=law-2", 50)]
    [InlineData("state=confirmed", 0)]
    [InlineData("dueBefore=2020-06-17", 0)]
    [InlineData("dueBefore=2020-06-18&owner=law-2", 50)]
    [InlineData("slip=red", 0)]
    [InlineData("agreement=minutes&owner=law-2&state=open", 50)]
    [InlineData("agreement=another", 0)]
    public async Task is_filtered_by_what_is_asked(string query, int expected)
    {
        Answer page = await Town.Get($"/api/items?{query}");

        page.Body!["items"]!.AsArray().Count.Should().Be(expected);
    }

    public sealed class Registered : IAsyncLifetime
    {
        public Town Town { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Town = await Town.With(
                [.. Enumerable.Range(0, 250).Select(n => (JsonNode)Papers.ItemOf($"item-{n}", owner: n < 200 ? "law" : "law-2"))]);

        public ValueTask DisposeAsync() => Town.DisposeAsync();
    }
}
