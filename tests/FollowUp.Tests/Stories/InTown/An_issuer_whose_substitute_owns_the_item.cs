using System.Text.Json.Nodes;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Stories.InTown;

/// <summary>
/// Law 15: who stands in for the issuer and owns the item decides nothing on it; whoever is asked instead may. The lead is away, and
/// names the law office. Due on Wednesday, 17 June 2020.
/// </summary>
public sealed class An_issuer_whose_substitute_owns_the_item
{
    private const string Named = "only its issuer (lead: away, first stands in) may do that.";

    [Fact]
    public async Task is_asked_for_an_extension_by_way_of_the_first_level_who_grants_it()
    {
        await using Town town = await Away("lead", "law");
        (await town.Ask("2021-06-17")).Status.Should().Be(201);
        (await town.Ledger()).Where(row => (string)row["ladder"]! == "extension").Select(row => $"{row["sentTo"]} ({row["trace"]})")
            .Should().Equal("first (lead absent → law owns it → first)");

        Refused(await Decide(town, "law"), $"Item protocol cannot be extended by law: {Named}");
        (await Decide(town, "first")).Status.Should().Be(200);
        ((string)(await town.Item())["dueOn"]!).Should().Be("2021-06-17");
    }

    [Fact]
    public async Task is_asked_to_confirm_by_way_of_the_first_level_who_does()
    {
        await using Town town = await Away("lead", "law");
        await town.Report();
        (await town.Ledger()).Where(row => (string)row["ladder"]! == "confirmation").Select(row => $"{row["sentTo"]} ({row["trace"]})")
            .Should().Equal("first (lead absent → law owns it → first)");

        Refused(await town.Put($"{Town.PathOf(Papers.Item)}/confirmation", Papers.By("law")),
            $"Item protocol cannot be confirmed by law: {Named}");
        Refused(await town.Post($"{Town.PathOf(Papers.Item)}/return", new JsonObject { ["by"] = "law", ["reason"] = "I know better." }),
            $"Item protocol cannot be returned by law: {Named}");
        (await town.Put($"{Town.PathOf(Papers.Item)}/confirmation", Papers.By("first"))).Status.Should().Be(200);
    }

    /// <summary>A later due date that one gives oneself is no less one's own for being called rescheduling.</summary>
    [Fact]
    public async Task is_no_other_than_a_coordinator_whose_substitute_owns_it()
    {
        await using Town town = await Away("desk", "law");
        JsonObject later = new() { ["by"] = "law", ["dueOn"] = "2021-06-17", ["reason"] = "It takes longer." };
        Refused(
            await town.Put($"{Town.PathOf(Papers.Item)}/due-date", later),
            "Item protocol cannot be rescheduled by law: only its coordinator (desk: away, first stands in) may do that.");
    }

    [Fact]
    public async Task says_who_may_where_everybody_is_there()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        Refused(await town.Put($"{Town.PathOf(Papers.Item)}/receipt", Papers.By("first")),
            "Item protocol cannot be signed for by first: only its owner (law) may do that.");
    }

    private static async Task<Town> Away(string person, string substitute)
    {
        Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        JsonObject away = Papers.PersonOf(person);
        away["absences"] = new JsonArray(new JsonObject { ["from"] = "2020-05-01", ["to"] = "2020-12-31", ["substitute"] = substitute });
        (await town.Put($"/api/people/{person}", away)).Status.Should().Be(200);
        return town;
    }

    private static Task<Answer> Decide(Town town, string by) =>
        town.Put($"{Town.PathOf(Papers.Item)}/extensions/1", new JsonObject { ["by"] = by, ["decision"] = "granted" });

    private static void Refused(Answer answer, string why)
    {
        answer.Status.Should().Be(403, answer.Text);
        ((string)answer.Body!["detail"]!).Should().Be(why);
    }
}
