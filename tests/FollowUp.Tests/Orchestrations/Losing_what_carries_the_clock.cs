using FollowUp.Items;
using FollowUp.Orchestrations;
using FollowUp.Scheduling;
using FollowUp.Tests.Rig;
using Microsoft.DurableTask.Client;

namespace FollowUp.Tests.Orchestrations;

/// <summary>Law 1. Tests <see cref="Sweep"/> and <see cref="Advance"/>.</summary>
public sealed class Losing_what_carries_the_clock
{
    private static readonly string Instance = OrchestrationStarter.InstanceIdOf(new ItemRef(Papers.Agreement, Papers.Item));

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
        (await town.Hub.GetInstanceAsync(Instance, TestContext.Current.CancellationToken))!.RuntimeStatus
            .Should().Be(OrchestrationRuntimeStatus.Running);
        await town.Until("2020-05-20 10:00");

        town.Mailbox.Since("2020-05-12 00:00")
            .Should().Equal("05-12 10:04 lead: confirmation/at-once", "05-19 09:01 lead: confirmation/again");
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
            "05-13 09:04 law: receipt/again, receipt/again", "05-14 09:01 desk: receipt/watch, receipt/watch",
            "05-14 09:01 law: receipt/watch, receipt/watch");
    }

    [Fact]
    public async Task with_a_letter_packed_in_it_sends_that_letter_once()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Stop();
        await town.Tables.LoseHub();
        await town.Start();

        await town.Minutes(5);

        town.Letters.Should().Equal("05-11 10:03 law: receipt/at-once");
    }

    /// <summary>A row of the index is written before what it points to; a crash in between leaves it pointing to nothing.</summary>
    [Fact]
    public async Task leaves_rows_in_the_index_that_point_to_nothing_and_vanish()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        CutBeforeAgreements(town);
        _ = await town.Post("/api/agreements", Papers.AgreementOf("nowhere", Papers.ItemOf()));
        await town.Kill();
        await town.Start();
        _ = await town.Post("/api/agreements", Papers.AgreementOf(Papers.Agreement, Papers.ItemOf()));
        await town.Until("2020-05-13 08:59");
        CutBeforeAgreements(town);
        (await town.DiesBefore("2020-05-13 09:30")).Should().BeTrue();
        (await town.Tables.Rows("Due"))
            .Should().HaveCount(2, "it is marked for now, and for the moment after the one that was not written down");
        (await town.Tables.Rows("Postbag")).Should().ContainSingle("a notice that no ledger knows");
        await town.Start();

        await town.Until("2020-05-13 09:10");
        await town.Minutes(4);

        (await town.Tables.Rows("Due")).Select(row => (row.PartitionKey[..12], row.RowKey[..18])).Should().Equal(
            [("202005140100", "agreement|minutes|"), ("202005140100", "agreement|minutes|")], "the one that died marked it too");
        (await town.Tables.Rows("Postbag")).Should().BeEmpty();
        town.Letters.Should().HaveCount(2);
        (await town.Get("/api/health/ready")).Status.Should().Be(200);
        await town.Until("2020-05-14 09:00");
        await town.Minutes(4);
        (await town.Tables.Rows("Due")).Should().ContainSingle("the sweep took what the dead host left");
    }

    /// <summary>It would wait for its next reminder, which nobody is to send any more.</summary>
    [Fact]
    public async Task of_an_item_that_is_over_ends_its_clock_although_its_letters_cannot_be_started_at_first()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        await town.Report();
        await town.Until("2020-05-12 10:00");
        town.Wire.After = what =>
        {
            if (what.Contains("$batch", StringComparison.Ordinal) && what.Contains("/Agreements(", StringComparison.Ordinal))
            {
                town.Wire.Cut();
            }
        };
        _ = await town.Confirm();
        await town.Kill();
        await town.Start();
        bool isDecided = false;
        town.Wire.Before = what =>
        {
            isDecided |= what.Contains("$batch", StringComparison.Ordinal) && what.Contains("/Agreements(", StringComparison.Ordinal);
            if (isDecided && what.StartsWith("POST", StringComparison.Ordinal) && what.EndsWith("/FollowUpHub", StringComparison.Ordinal))
            {
                throw new InvalidOperationException("Nothing can be started.");
            }
        };
        await town.Minutes(4);
        town.Wire.Before = _ => { };

        await town.Minutes(5);

        (await town.Hub.GetInstanceAsync(Instance, TestContext.Current.CancellationToken))!.RuntimeStatus
            .Should().Be(OrchestrationRuntimeStatus.Completed);
        town.Mailbox.Since("2020-05-12 00:00").Should().NotBeEmpty("its owner hears that it is done");
    }

    private static void CutBeforeAgreements(Town town) => town.Wire.Before = what =>
    {
        if (what.Contains("$batch", StringComparison.Ordinal) && what.Contains("/Agreements", StringComparison.Ordinal))
        {
            town.Wire.Cut();
        }
    };
}
