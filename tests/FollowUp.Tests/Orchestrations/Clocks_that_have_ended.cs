using FollowUp.Items;
using FollowUp.Orchestrations;
using FollowUp.Scheduling;
using FollowUp.Tests.Rig;
using Microsoft.DurableTask.Client;

namespace FollowUp.Tests.Orchestrations;

/// <summary>
/// A hub keeps what has ended until somebody clears it away. Tests <see cref="Tidy"/>, <see cref="EndedInstances"/> and
/// <see cref="OrchestrationStarter"/>.
/// </summary>
public sealed class Clocks_that_have_ended
{
    [Fact]
    public async Task leave_the_hub_a_day_later_by_night()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        await town.Until("2020-05-12 10:00");
        await town.Report();
        await town.Confirm();
        await town.Until("2020-05-12 20:00");
        (await Ended(town)).Should().Contain(OrchestrationStarter.InstanceIdOf(new ItemRef(Papers.Agreement, Papers.Item))).And.NotContain(
            id => id.StartsWith("letters.", StringComparison.Ordinal) && id.Contains("20200511", StringComparison.Ordinal),
            "those of the day before are gone");

        await town.Until("2020-05-14 12:00");

        (await Ended(town)).Should().BeEmpty();
        town.Letters.Should().HaveCount(3);
    }

    [Fact]
    public async Task leave_it_alone_that_others_still_run()
    {
        await using Town town = await Town.With(Papers.ItemOf());

        await town.Until("2020-05-20 12:00");

        (await town.Hub.GetInstanceAsync(OrchestrationStarter.InstanceIdOf(new ItemRef(Papers.Agreement, Papers.Item)),
            TestContext.Current.CancellationToken))!.RuntimeStatus
            .Should().Be(OrchestrationRuntimeStatus.Running);
        (await Ended(town)).Should().BeEmpty();
    }

    private static async Task<List<string>> Ended(Town town) =>
        await town.Hub.GetAllInstancesAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Completed]))
            .Select(instance => instance.InstanceId).ToListAsync(TestContext.Current.CancellationToken);
}
