using System.Text.Json.Nodes;
using FollowUp.Items;
using FollowUp.Storage;
using FollowUp.Tests.Rig;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Tests.Storage;

/// <summary>
/// It knows what happened on other hosts too, and reads no more than what is different. Tests <see cref="ItemCatalogue"/>,
/// <see cref="ListedAgreement"/> and <see cref="ListedItem"/>.
/// </summary>
public sealed class The_catalogue_of_items
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task of_another_host_shows_what_was_done_on_this_one()
    {
        await using Town town = await Town.With(Papers.ItemOf("one"), Papers.ItemOf("two"));
        (ItemCatalogue other, List<string> asked) = OtherHost(town);
        (await States(other)).Should().Equal("one assigned", "two assigned");

        (await town.Put($"{Town.PathOf("one")}/receipt", Papers.By("law"))).Status.Should().Be(200);
        (await States(other)).Should().Equal("one signed", "two assigned");
        (await town.Put($"{Town.PathOf("two")}/withdrawal", new JsonObject { ["by"] = "desk", ["reason"] = "Overtaken." }))
            .Status.Should().Be(200);
        (await town.Post($"/api/agreements/{Papers.Agreement}/items", Papers.ItemOf("three"))).Status.Should().Be(201);
        (await town.Post("/api/agreements", Papers.AgreementOf("more", Papers.ItemOf("four")))).Status.Should().Be(201);
        (await States(other)).Should().Equal("four assigned", "one signed", "three assigned", "two withdrawn");

        asked.Clear();
        _ = await States(other);
        asked.Should().HaveCount(1 + 2, "the list of agreements, and the end of each journal");
    }

    /// <summary>Who was told that it is late may see it from then on: also what the clock writes down counts.</summary>
    [Fact]
    public async Task shows_who_was_told()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        (ItemCatalogue other, _) = OtherHost(town);
        (await other.Current(Cancel))[0].Items[0].Item.ToldLate.Should().BeEmpty();
        await town.Until("2020-06-19 12:00");
        (await other.Current(Cancel))[0].Items[0].Item.ToldLate
            .Should().Equal((await town.Item())["toldLate"]!.AsArray().Select(one => (string)one!)).And.NotBeEmpty();
    }

    [Fact]
    public async Task leaves_out_what_people_wrote_at_length()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        (await town.Progress("A long report.")).Status.Should().Be(200);
        (await town.Suspend("A long reason.")).Status.Should().Be(200);
        (ItemCatalogue other, _) = OtherHost(town);

        AgreedItem item = (await other.Current(Papers.Agreement, Cancel))[0].Items[0].Item;
        (item.State, item.Progress.Count, item.Suspensions[0].Reason).Should().Be(("waiting", 0, ""));
        (await other.Current("nothing", Cancel)).Should().BeEmpty();
    }

    private static (ItemCatalogue Catalogue, List<string> Asked) OtherHost(Town town)
    {
        IConfiguration settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { [TableClients.ConnectionSetting] = town.Tables.Connection }).Build();
        List<string> asked = [];
        TableClients tables = new(settings, new Wire { Before = one => { lock (asked) { asked.Add(one); } } });
        return (new(new(tables), new(tables, new()), new(tables)), asked);
    }

    private static async Task<IEnumerable<string>> States(ItemCatalogue catalogue) =>
        (await catalogue.Current(Cancel)).SelectMany(one => one.Items).Select(one => $"{one.Item.Id} {one.Item.State}")
            .Order(StringComparer.Ordinal);
}
