using Azure;
using FollowUp.Operations;
using FollowUp.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Tests.Operations;

/// <summary>A host that starts before its store does must not die of it. Tests <see cref="StoreReadiness"/>.</summary>
public sealed class A_store_that_is_away_at_the_start
{
    [Fact]
    public async Task is_waited_for_while_the_host_lives_and_says_what_it_waits_for()
    {
        bool isAway = true;
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Stop();

        await town.Start(_ =>
        {
            if (isAway)
            {
                throw new RequestFailedException(503, "away");
            }
        });

        (await town.Get("/api/health/live")).Status.Should().Be(200);
        (await town.Get("/api/health/ready")).ToString().Should().Contain("503").And.Contain("the store does not answer");
        Answer refused = await town.Get("/api/agreements");
        (refused.Status, refused.Problem).Should().Be((503, "busy"));
        refused.Message.Headers.RetryAfter!.Delta.Should().BePositive();

        isAway = false;
        await town.Minutes(1);
        await town.Services.GetRequiredService<FollowUp.Operations.StoreReadiness>().WhenReady.WaitAsync(
            TestContext.Current.CancellationToken);
        (await town.Get("/api/health/ready")).Status.Should().Be(200);
        (await town.Get($"/api/agreements/{Papers.Agreement}")).Status.Should().Be(200);
        await town.Until("2020-05-13 12:00");
        town.Letters.Should().Equal("05-11 10:01 law: receipt/at-once", "05-13 09:01 law: receipt/again");
    }

    /// <summary>A role that is not assigned yet, say: minutes pass on Azure until it counts.</summary>
    [Fact]
    public async Task is_told_apart_from_one_that_refuses()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        await town.Stop();

        await town.Start(_ => throw new RequestFailedException(403, "no", "AuthorizationFailure", null));

        (await town.Get("/api/health/ready")).ToString().Should().Contain("503").And.Contain("403 AuthorizationFailure");
    }
}
