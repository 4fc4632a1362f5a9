using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using FollowUp.Items;
using FollowUp.Scheduling;
using FollowUp.Storage;
using FollowUp.Tests.Rig;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace FollowUp.Tests.Storage;

/// <summary>
/// Law 1: whatever is to be looked at is marked for its minute before it is written down, and for as long as it has not moved on. Tests
/// <see cref="DueIndex"/>, <see cref="DueEntryTracker"/> and <see cref="IndexWriter"/>.
/// </summary>
public sealed class Marks_in_the_index
{
    private static readonly Instant Moment = Instant.FromUtc(2020, 5, 13, 1, 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task are_one_row_for_all_items_of_an_agreement_that_are_due_in_a_minute()
    {
        await using Town town = await Town.With(Papers.ItemOf(), Papers.ItemOf("annex"), Papers.ItemOf("visit"));
        await town.Until("2020-05-12 10:00");
        (await Rows(town)).Should().ContainSingle().Which.Should().StartWith("202005130100 agreement|minutes|");

        await town.Until("2020-05-13 09:00");

        (await Rows(town))
            .Should().ContainSingle("it went with the last that moved on").Which.Should().StartWith("202005140100 agreement|minutes|");
        town.Letters.Should().Equal("05-11 10:01 law: receipt/at-once, receipt/at-once, receipt/at-once");
    }

    [Fact]
    public async Task stay_for_the_last_that_relies_on_them_and_for_another_host()
    {
        await using Town town = await Town.Empty("2020-05-11 10:00");
        (DueIndex one, DueIndex other) = (Index(town, town.Now), Index(town, town.Now));
        await one.AddEntries("minutes", ["protocol", "annex"], Moment, Cancel);
        await other.AddEntries("minutes", "protocol", Moment, Cancel);

        await one.RemoveEntries([At("protocol", Moment)]);
        await one.RemoveEntries([At("protocol", Moment)]);
        (await Rows(town)).Should().HaveCount(2, "the annex relies on one of them");
        await one.RemoveEntries([At("annex", Moment)]);
        (await Rows(town)).Should().ContainSingle("the other host's is not ours to take");
        await other.RemoveEntries([At("protocol", Moment)]);

        (await Rows(town)).Should().BeEmpty();
        await one.AddEntries("minutes", "annex", Moment, Cancel);
        (await Rows(town)).Should().ContainSingle("what was taken away is put again");
    }

    /// <summary>The sweep takes away what it has seen to, and a table can be lost.</summary>
    [Theory]
    [InlineData("2020-05-13 08:00", 61)]
    [InlineData("2020-05-13 09:01", 0)]
    public async Task are_put_again_where_they_may_be_gone(string now, int secondsLater)
    {
        await using Town town = await Town.Empty("2020-05-11 10:00");
        FakeTimeProvider clock = new(Town.Moment(now));
        DueIndex index = new(town.Services.GetRequiredService<FollowUp.Storage.TableClients>(), clock);
        await index.AddEntries("minutes", "protocol", Moment, Cancel);
        await foreach (TableEntity row in town.Tables.Table("Due").QueryAsync<TableEntity>(cancellationToken: Cancel))
        {
            _ = await town.Tables.Table("Due").DeleteEntityAsync(row, cancellationToken: Cancel);
        }

        clock.Advance(TimeSpan.FromSeconds(secondsLater));
        await index.AddEntries("minutes", "annex", Moment, Cancel);

        (await Rows(town)).Should().ContainSingle();
    }

    [Fact]
    public async Task of_an_item_that_cannot_be_read_hold_up_no_other_and_stay()
    {
        await using Town town = await Town.With(Papers.ItemOf(), Papers.ItemOf("annex", owner: "law-2"));
        await town.Until("2020-05-12 10:00");
        await town.Stop();
        await town.Tables.LoseHub();
        town.SleepUntil("2020-05-13 08:59");
        await town.Start();
        town.Wire.Before = what =>
            _ = what.Contains("item%7Cannex", StringComparison.Ordinal) ? throw new InvalidDataException("out of order") : 0;

        await town.Minutes(6);
        town.Mailbox.Since("2020-05-13 00:00").Should().Equal("05-13 09:04 law: receipt/again");
        town.Wire.Before = _ => { };
        await town.Minutes(4);

        town.Mailbox.Since("2020-05-13 00:00").Should().Equal("05-13 09:04 law: receipt/again", "05-13 09:06 law-2: receipt/again");
    }

    /// <summary>Where several hosts share a store, one that was left behind is nothing rare.</summary>
    [Fact]
    public async Task bring_the_sweep_to_what_is_due_and_not_to_what_has_to_wait_for_others()
    {
        await using Town town = await Town.With([Papers.ItemOf(), .. Enumerable.Range(1, 6).Select(n => Waiting($"signature-{n}"))]);
        await town.Until("2020-05-12 10:00");
        await Index(town, town.Now).AddEntries("minutes", ["protocol"], Instant.FromDateTimeOffset(town.Now), Cancel);
        ConcurrentQueue<string> asked = [];
        town.Wire.Before = asked.Enqueue;
        await town.Minutes(4);
        town.Wire.Before = _ => { };

        (await Rows(town)).Should().NotContain(row => row.StartsWith("20200512", StringComparison.Ordinal), "the sweep was there");
        asked.Should().NotContain(what => what.Contains("signature", StringComparison.Ordinal));
    }

    /// <summary>
    /// A host that stands still for an hour in the middle of a sweep: what it decides then, it decides then. The item's own clock is stuck.
    /// </summary>
    [Fact]
    public async Task are_seen_to_at_the_moment_of_each_and_not_at_that_of_the_first()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Until("2020-05-13 08:59");
        await town.Hub.SuspendInstanceAsync(OrchestrationStarter.InstanceIdOf(new ItemRef("minutes", "protocol")), Cancel);
        await town.Still();
        int stood = 0;
        town.Wire.Before = what =>
        {
            if (town.Now >= Town.Moment("2020-05-13 09:03") && what.EndsWith("/Due()", StringComparison.Ordinal)
                && Interlocked.Exchange(ref stood, 1) == 0)
            {
                town.SetBack(-TimeSpan.FromHours(1));
            }
        };

        await town.Minutes(6);

        stood.Should().Be(1);
        JsonArray rows = JsonNode.Parse((await town.Get($"{Town.PathOf("protocol")}/ledger")).Text)!["rows"]!.AsArray();
        rows.Select(row => (string)row!["decidedAt"]!).Should().Equal("2020-05-11T02:00:00Z", "2020-05-13T02:03:00Z");
    }

    private static JsonObject Waiting(string id)
    {
        JsonObject item = Papers.ItemOf(id, "2020-07-17");
        item["dependsOn"] = new JsonArray("protocol");
        return item;
    }

    private static AgreedItem At(string id, Instant moment) =>
        Sample.Item("2020-06-17", "2020-05-11 10:00") with { Agreement = Papers.Agreement, Id = id, NextAt = moment };

    private static DueIndex Index(Town town, DateTimeOffset now) =>
        new(town.Services.GetRequiredService<FollowUp.Storage.TableClients>(), new FakeTimeProvider(now));

    private static async Task<IEnumerable<string>> Rows(Town town) =>
        (await town.Tables.Rows("Due")).Select(row => $"{row.PartitionKey[..12]} {row.RowKey}");
}
