using Azure;
using Azure.Data.Tables;
using FollowUp.Delivery;
using FollowUp.Orchestrations;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Orchestrations;

/// <summary>
/// Law 3: what is out is out, however long it takes to write that down. Tests <see cref="MarkPost"/> and <see cref="DeliverPost"/>.
/// </summary>
public sealed class A_letter_that_could_not_be_marked
{
    [Fact]
    public async Task while_the_store_was_away_is_marked_once_it_is_back_and_never_sent_again()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        bool isAway = false;
        town.Mailbox.After = _ =>
        {
            isAway = true;
            return Task.CompletedTask;
        };
        town.Wire.Before = what => _ = isAway && town.Now < Town.Moment("2020-05-11 10:20")
            && what.Contains("$batch", StringComparison.Ordinal) && what.Contains("/Agreements(", StringComparison.Ordinal)
            ? throw new RequestFailedException(503, "The store is away.") : 0;

        await town.Until("2020-05-11 10:15");
        town.Letters.Should().Equal("05-11 10:01 law: receipt/at-once");
        (await town.LedgerLines()).Should().Contain("receipt/at-once to law: planned");

        await town.Until("2020-05-11 12:00");
        town.Letters.Should().Equal("05-11 10:01 law: receipt/at-once");
        (await town.LedgerLines()).Should().Contain("receipt/at-once to law: sent");
        (await town.Tables.Rows("Postbag")).Should().BeEmpty();
    }

    /// <summary>It was marked, and whoever did that came no further: the next one finds it in the bag.</summary>
    [Fact]
    public async Task out_of_the_bag_is_not_sent_again_by_the_next_host()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        bool isOut = false;
        town.Mailbox.After = _ =>
        {
            isOut = true;
            return Task.CompletedTask;
        };
        town.Wire.Before = what =>
        {
            if (isOut && what.Contains("$batch", StringComparison.Ordinal) && what.Contains("DELETE", StringComparison.Ordinal)
                && what.Contains("/Postbag(", StringComparison.Ordinal))
            {
                town.Wire.Cut();
            }
        };

        (await town.DiesBefore("2020-05-11 10:30")).Should().BeTrue();
        isOut = false;
        await town.Start();
        await town.Until("2020-05-11 12:00");

        town.Mailbox.Arrived.Should().ContainSingle();
        (await town.LedgerLines()).Should().Contain("receipt/at-once to law: sent");
        (await town.Tables.Rows("Postbag")).Should().BeEmpty();
        (await town.Tables.Rows("Due")).Should().ContainSingle("only the item's next look is to come");
    }

    /// <summary>As in tables that were put back from different days: there is nothing to mark any more, and that ends it.</summary>
    [Fact]
    public async Task since_its_item_is_gone_is_not_sent_for_ever()
    {
        await using Town town = await Town.With(Papers.ItemOf(), Papers.ItemOf("annex"));
        int tries = 0;
        town.Mailbox.After = _ => tries++ == 0 ? throw new DeliveryDelayedException("The test", new TimeoutException()) { IsIndeterminate = true } : Task.CompletedTask;
        await town.Until("2020-05-11 10:01:30");
        await town.Stop();
        foreach (TableEntity row in (await town.Tables.Rows("Agreements"))
            .Where(row => row.RowKey.Contains($"|{Papers.Item}", StringComparison.Ordinal)))
        {
            using Response gone = await town.Tables.Table("Agreements")
                .DeleteEntityAsync(row, cancellationToken: TestContext.Current.CancellationToken);
        }

        await town.Start();
        await town.Until("2020-05-12 12:00");

        town.Mailbox.Arrived.Should().HaveCount(2, "nobody knew whether the first had arrived");
        (await town.LedgerLines("annex")).Should().Contain("receipt/at-once to law: sent");
        (await town.Tables.Rows("Postbag")).Should().BeEmpty();
    }
}
