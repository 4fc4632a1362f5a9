using FollowUp.Storage;
using System.Text.Json.Nodes;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Storage;

/// <summary>
/// Requests of two hundred items of ten agreements that live side by side, from assignment to confirmation, each of them in six letters.
/// Everything counts, heartbeats and sweeps too. Tests <see cref="AgreementStore"/>.
/// </summary>
public sealed class What_an_item_costs_among_others
{
    private const int Agreements = 10, Items = 20;

    private static readonly (int Agreement, int Item)[] All =
        [.. Enumerable.Range(0, Agreements).SelectMany(agreement => Enumerable.Range(0, Items).Select(item => (agreement, item)))];

    [Fact]
    public async Task of_twenty_units_that_own_ten_each_is_at_most_thirty_requests() =>
        (await Life((_, item) => $"unit-{item}")).Should().BeLessThan(30, "that is the goal: some 27 are asked");

    /// <summary>Half of its letters then tell of nothing else.</summary>
    [Fact]
    public async Task each_of_an_owner_of_its_own_does_not_grow() =>
        (await Life((agreement, item) => $"unit-{agreement}-{item}"))
            .Should().BeLessThan(48, "some 45 are asked, five of them by night, to clear away orchestrations that have ended");

    /// <returns>Requests for each item.</returns>
    private static async Task<double> Life(Func<int, int, string> owner)
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        JsonArray people = [.. All.Select(item => owner(item.Agreement, item.Item)).Distinct().Select(id => (JsonNode)Papers.PersonOf(id))];
        (await town.Post("/api/registers", new JsonObject { ["people"] = people })).Status.Should().Be(200);
        int before = town.Wire.Requests;
        foreach (Answer answer in await Task.WhenAll(
            Enumerable.Range(0, Agreements).Select(agreement => town.Post("/api/agreements", Paper(agreement, owner)))))
        {
            answer.Status.Should().Be(201);
        }

        await town.Until("2020-05-11 10:05");
        await Each(town, "receipt", (agreement, item) => Papers.By(owner(agreement, item)));
        await town.Until("2020-05-19 10:00");
        await Each(town, "completion", (agreement, item) => Papers.Done(owner(agreement, item)));
        await town.Until("2020-05-19 10:05");
        await Each(town, "confirmation", (_, _) => Papers.By("lead"));
        await town.Until("2020-05-19 10:10");

        town.Mailbox.Arrived.SelectMany(letter => letter.Written.Letter.Notices)
            .CountBy(notice => (notice.Of.Agreement, notice.Of.Key.Item))
            .Should().HaveCount(All.Length).And.OnlyContain(item => item.Value == 6);
        return (town.Wire.Requests - before) / (double)All.Length;
    }

    private static JsonObject Paper(int agreement, Func<int, int, string> owner) =>
        Papers.AgreementOf($"minutes-{agreement}",
            [.. Enumerable.Range(0, Items).Select(item => (JsonNode)Papers.ItemOf($"item-{item}", owner: owner(agreement, item)))]);

    private static async Task Each(Town town, string verb, Func<int, int, JsonObject> body)
    {
        foreach (Answer answer in await Task.WhenAll(
            All.Select(
                one => town.Put($"/api/agreements/minutes-{one.Agreement}/items/item-{one.Item}/{verb}", body(one.Agreement, one.Item)))))
        {
            answer.Status.Should().Be(200, answer.Text);
        }
    }
}
