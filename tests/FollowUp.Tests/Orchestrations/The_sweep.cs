using FollowUp.Orchestrations;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Orchestrations;

/// <summary>Law 1: what the clocks missed, all of them at once. Tests <see cref="Sweep"/>.</summary>
public sealed class The_sweep
{
    private static readonly string[] Items = [.. Enumerable.Range(1, 20).Select(number => $"item-{number:D2}")];

    [Fact]
    public async Task moves_items_side_by_side()
    {
        await using Town town = await Missed();
        int underWay = 0, most = 0;
        town.Wire.Before = _ => most = Math.Max(most, Interlocked.Increment(ref underWay));
        town.Wire.After = _ => Interlocked.Decrement(ref underWay);

        await town.Minutes(6);

        most.Should().BeGreaterThan(3, "one after the other, 147 items took more than two minutes");
        town.Mailbox.Since("2020-05-13 00:00")
            .Should().ContainSingle().Which.Should().Contain(string.Join(", ", Items.Select(_ => "receipt/again")));
    }

    /// <summary>Each item an agreement of its own, all due at one moment, and nothing left of what should have moved them.</summary>
    private static async Task<Town> Missed()
    {
        Town town = await Town.Of("2020-05-11 10:00");
        foreach (string item in Items)
        {
            (await town.Post("/api/agreements", Papers.AgreementOf(item, Papers.ItemOf()))).Status.Should().Be(201);
        }

        await town.Until("2020-05-12 10:00");
        await town.Stop();
        await town.Tables.LoseHub();
        town.SleepUntil("2020-05-13 08:59");
        await town.Start();
        return town;
    }
}
