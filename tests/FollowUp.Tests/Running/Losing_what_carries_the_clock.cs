using FollowUp.Following;
using FollowUp.Tests.Running.Rig;
using Microsoft.DurableTask.Client;

namespace FollowUp.Tests.Running;

/// <summary>Law 1.</summary>
public sealed class Losing_what_carries_the_clock
{
    private static readonly string Instance = Clocks.IdOf(new ItemRef(Papers.Agreement, Papers.Item));

    [Fact]
    public async Task of_one_item_costs_three_minutes_and_no_letter()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-12 10:00");
        await town.Hub.TerminateInstanceAsync(Instance, TestContext.Current.CancellationToken);
        await town.Still();
        _ = await town.Hub.PurgeInstanceAsync(Instance, TestContext.Current.CancellationToken);

        (await town.Report()).Status.Should().Be(200);
        await town.Minutes(3);
        (await town.Hub.GetInstanceAsync(Instance, TestContext.Current.CancellationToken))!.RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Running);
        await town.Until("2020-05-20 10:00");

        town.Mailbox.Since("2020-05-12 00:00").Should().Equal("05-12 10:04 lead: confirmation/at-once", "05-19 09:01 lead: confirmation/again");
    }

    [Fact]
    public async Task of_all_items_costs_the_same()
    {
        await using Town town = await Town.With(Papers.ItemOf(), Papers.ItemOf("annex"));
        await town.Until("2020-05-12 10:00");
        await town.Stop();
        await town.Tables.LoseHub();
        town.SleepUntil("2020-05-13 08:59");
        await town.Start();

        await town.Minutes(6);
        await town.Until("2020-05-14 12:00");

        town.Mailbox.Since("2020-05-12 00:00").Should().Equal(
            "05-13 09:04 law: receipt/again, receipt/again", "05-14 09:01 desk: receipt/watch, receipt/watch", "05-14 09:01 law: receipt/watch, receipt/watch");
    }

    [Fact]
    public async Task with_a_letter_packed_in_it_sends_that_letter_once()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Stop();
        await town.Tables.LoseHub();
        await town.Start();

        await town.Minutes(5);

        town.Letters.Should().Equal("05-11 10:04 law: receipt/at-once");
    }

    [Fact]
    public async Task leaves_rows_in_the_index_that_point_to_nothing_and_vanish()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-12 10:00");
        foreach (string orphan in new[] { "item|minutes|nothing", "item|nowhere|protocol", "item|minutes|protocol", "post|law|202005120900", "post|nobody|202005120900" })
        {
            await town.Tables.Table("Due").UpsertEntityAsync(
                new Azure.Data.Tables.TableEntity("202005120900|0", orphan) { ["At"] = Town.Moment("2020-05-12 17:00") }, cancellationToken: TestContext.Current.CancellationToken);
        }

        await town.Until("2020-05-12 17:00");
        await town.Minutes(4);

        (await town.Tables.Rows("Due")).Select(row => row.RowKey).Should().Equal("item|minutes|protocol");
        town.Mailbox.Since("2020-05-12 00:00").Should().BeEmpty();
        (await town.Get("/api/health/ready")).Status.Should().Be(200);
    }
}
