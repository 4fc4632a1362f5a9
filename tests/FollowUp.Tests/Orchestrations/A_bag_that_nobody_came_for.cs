using Azure.Data.Tables;
using FollowUp.Delivery;
using FollowUp.Orchestrations;
using FollowUp.Scheduling;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Orchestrations;

/// <summary>
/// Law 1: what lies in a postbag after its minute is found, whatever became of the clock that was to come for it. Tests <see cref="Sweep"/>
/// and <see cref="LetterStarter"/>.
/// </summary>
public sealed class A_bag_that_nobody_came_for
{
    private const int Shards = 4;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A store that was in use before the letters of a minute lay together.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task goes_out_where_an_earlier_version_left_it(bool isPacked)
    {
        await using Town town = await Town.With(Papers.ItemOf());
        if (isPacked)
        {
            town.Mailbox.Before = _ => throw new DeliveryDelayedException("The test", new IOException());
            await town.Until("2020-05-11 10:02");
        }

        await town.Stop();
        await AsItWas(town);
        await town.Tables.LoseHub();
        town.Mailbox.Before = _ => Task.CompletedTask;
        await town.Start();

        await town.Minutes(6);

        town.Mailbox.Arrived.Should().ContainSingle().Which.Written.Text.Should().Contain("protocol");
        (await town.LedgerLines()).Should().Contain("receipt/at-once to law: sent");
        (await town.Tables.Rows("Postbag")).Should().BeEmpty();
        (await town.Tables.Rows("Due")).Should().NotContain(row => row.RowKey.StartsWith("post|", StringComparison.Ordinal));
    }

    /// <summary>A mail server that is down for days leaves thousands of letters behind; the items they are about go on.</summary>
    [Fact]
    public async Task holds_up_no_item_however_many_there_are()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        TableEntity one = (await town.Tables.Rows("Postbag")).Should().ContainSingle().Which;
        await town.Until("2020-05-11 10:02");
        await town.Stop();
        foreach (IGrouping<int, string> some in Enumerable.Range(0, 1_050).Select(n => $"reader-{n}").GroupBy(ShardOf))
        {
            foreach (string[] few in some.Chunk(100))
            {
                _ = await town.Tables.Table("Postbag").SubmitTransactionAsync(few.Select(reader => new TableTransactionAction(
                    TableTransactionActionType.Add, Copy(one, $"202005110100|{some.Key:x}",
                        one.RowKey.Replace("law|minutes", $"{reader}|minutes", StringComparison.Ordinal)))), Cancel);
            }
        }

        await town.Tables.LoseHub();
        town.SleepUntil("2020-05-13 08:59");
        await town.Start();

        await town.Minutes(6);

        town.Mailbox.Since("2020-05-12 00:00").Should().Equal("05-13 09:04 law: receipt/again");
        (await town.Tables.Rows("Postbag")).Should().BeEmpty("each had its turn: what was not for them was taken out");
    }

    /// <summary>A partition for each recipient, the slot in the row's key, and a mark in the index.</summary>
    private static async Task AsItWas(Town town)
    {
        TableClient bags = town.Tables.Table("Postbag");
        foreach (TableEntity row in await town.Tables.Rows("Postbag"))
        {
            string slot = row.PartitionKey.Split('|')[0];
            string recipient = row.RowKey.Split('|')[0];
            await bags.AddEntityAsync(Copy(row, recipient, slot + row.RowKey[recipient.Length..]), Cancel);
            using Azure.Response answer = await bags.DeleteEntityAsync(row, cancellationToken: Cancel);
            await town.Tables.Table("Due").UpsertEntityAsync(
                new TableEntity(
                    $"{slot}|2", $"post|{recipient}|{slot}")
                { ["At"] = new DateTimeOffset(2020, 5, 11, 2, 0, 0, TimeSpan.Zero) },
                    cancellationToken: Cancel);
        }
    }

    private static TableEntity Copy(TableEntity row, string partition, string key)
    {
        TableEntity copy = new(partition, key);
        foreach ((string name, object value) in row
            .Where(property => property.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")))
        {
            copy[name] = value;
        }

        return copy;
    }

    private static int ShardOf(string id) => (id.Aggregate(0, (hash, letter) => unchecked((hash * 31) + letter)) & int.MaxValue) % Shards;
}
