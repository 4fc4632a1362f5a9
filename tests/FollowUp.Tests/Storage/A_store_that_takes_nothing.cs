using Azure;
using FollowUp.Storage;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Storage;

/// <summary>
/// A full disk: what is there can be read, and nothing can be added. Tests <see cref="WriteHealthPolicy"/> and <see cref="StoreTrouble"/>.
/// </summary>
public sealed class A_store_that_takes_nothing
{
    [Fact]
    public async Task is_not_ready_until_it_takes_something_again()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        Fill(town);
        (await town.Get("/api/health/ready")).Status.Should().Be(200, "nobody can know yet");

        // Law 17: nobody writes to find out but the pulse, every minute.
        await town.Minutes(1);
        (await town.Get("/api/health/ready")).ToString().Should().Contain("503").And.Contain("the store takes nothing");
        (await town.Get("/api/people/law")).Status.Should().Be(200);

        town.Wire.Before = _ => { };
        await town.Minutes(1);
        (await town.Get("/api/health/ready")).Status.Should().Be(200);
    }

    [Fact]
    public async Task says_so_at_once_where_somebody_writes_and_when_to_come_again()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        Fill(town);

        Answer refused = await town.Post("/api/agreements", Papers.AgreementOf(Papers.Agreement, Papers.ItemOf()));
        (refused.Status, refused.Problem).Should().Be((503, "busy"));
        refused.Message.Headers.RetryAfter!.Delta.Should().BePositive();
        (await town.Get("/api/health/ready")).Status.Should().Be(503);
        (await town.Get($"/api/agreements/{Papers.Agreement}")).Status.Should().Be(404, "nothing is stored by half");

        town.Wire.Before = _ => { };
        (await town.Post("/api/agreements", Papers.AgreementOf(Papers.Agreement, Papers.ItemOf()))).Status.Should().Be(201);
        (await town.Get("/api/health/ready")).Status.Should().Be(200);
    }

    private static void Fill(Town town) => town.Wire.Before = what =>
    {
        if (!what.StartsWith("GET", StringComparison.Ordinal))
        {
            throw new RequestFailedException(503, "The disk is full.");
        }
    };
}
