using System.Text.Json;
using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.Storage;
using FollowUp.Tests.Rig;
using FollowUp.Timetables;
using FollowUp.Values;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Tests.Storage;

/// <summary>Tests <see cref="AgreementCache"/> and <see cref="AgreementStore"/>.</summary>
public sealed class What_a_host_keeps
{
    /// <summary>
    /// It decides on what it wrote itself without reading it again; the version of a row says that nobody else wrote, not that it kept it
    /// well.
    /// </summary>
    [Fact]
    public async Task of_an_item_is_to_the_letter_what_another_host_would_read()
    {
        await using Town town = await Town.Of("2020-05-11 10:00");
        (await town.Post("/api/agreements", Papers.AgreementOf(Papers.Agreement, Papers.ItemOf()))).Status.Should().Be(201);
        (Func<Task> Happens, string Until)[] life =
        [
            (() => Task.CompletedTask, "2020-05-12 10:00"),
            (() => town.Sign(), "2020-06-19 10:00"),
            (() => town.Report(), "2020-06-23 10:00"),
            (() => town.Confirm(), "2020-06-24 10:00"),
        ];
        foreach ((Func<Task> happens, string until) in life)
        {
            await happens();
            await town.Until(until);
            LoadedItem? kept = await Open(town.Services.GetRequiredService<AgreementStore>());
            LoadedItem? read = await Open(Fresh(town));

            JsonSerializer.Serialize(kept, Json.Options).Should().Be(JsonSerializer.Serialize(read, Json.Options), until);
        }

        town.Letters.Should().HaveCountGreaterThan(10, "much was written");

        static Task<LoadedItem?> Open(AgreementStore store) => store.Load(Papers.Agreement, Papers.Item, Freshness.Current, Cancel);
    }

    /// <summary>Hosts are started anew over night, and the items of a ministry come due in the morning.</summary>
    [Fact]
    public async Task of_a_crowd_it_reads_in_two_questions_and_knows_it_as_if_it_had_read_each()
    {
        // In the order of their rows "x" comes before "x-1", and in that of their ledgers after it.
        string[] items = ["x", "x-1", "x-2", "annex", "visit", "z", "z-1"];
        await using Town town = await Town.With([.. items.Select(item => Papers.ItemOf(item))]);
        await town.Until("2020-05-19 10:00");
        (AgreementStore store, List<string> asked) = Asking(town);

        IReadOnlyList<LoadedItem?> opened = await store.Load(Papers.Agreement, items, Freshness.Current, Cancel);

        opened.Select(loaded => loaded!.Item.Item.Id).Should().Equal(items);
        asked.Should().HaveCount(3, "the agreement, its items, their ledgers");
        foreach (string item in items)
        {
            LoadedItem? read = await Fresh(town).Load(Papers.Agreement, item, Freshness.Current, Cancel);
            asked.Clear();
            LoadedItem? known = await store.Load(Papers.Agreement, item, Freshness.Current, Cancel);

            asked.Should().ContainSingle("whether it is still so").Which.Should().Contain($"RowKey='item%7C{item}'");
            JsonSerializer.Serialize(known, Json.Options).Should().Be(JsonSerializer.Serialize(read, Json.Options));
            known!.Ledger.Should().NotBeEmpty();
        }

        _ = await store.Load(Papers.Agreement, items, Freshness.LastKnown, Cancel);
        asked.Should().ContainSingle("it knows them");
    }

    [Theory]
    [InlineData("a few do not pay", 0, 1)]
    [InlineData("and of these each is read by itself rather than all between them", 0, 1, 19)]
    public async Task of_some_among_many_it_does_not_read_together(string why, params int[] some)
    {
        await using Town town = await Town.With([.. Enumerable.Range(0, 20).Select(number => Papers.ItemOf(Numbered(number)))]);
        (AgreementStore store, List<string> asked) = Asking(town);

        IReadOnlyList<LoadedItem?> opened =
            await store.Load(Papers.Agreement, [.. some.Select(Numbered), "nothing"], Freshness.Current, Cancel);

        opened.Select(loaded => loaded?.Item.Item.Id).Should().Equal([.. some.Select(Numbered), null]);
        asked.Count(what => what.Contains("RowKey='item", StringComparison.Ordinal)).Should().Be(some.Length + 1, why);

        static string Numbered(int number) => $"item-{number:D2}";
    }

    [Fact]
    public async Task of_items_that_come_due_after_a_start_it_does_not_ask_one_by_one()
    {
        string[] items = [.. Enumerable.Range(0, 40).Select(number => $"item-{number:D2}")];
        await using Town town = await Town.With([.. items.Select(item => Papers.ItemOf(item))]);
        await town.Until("2020-05-18 08:00");
        await town.Stop();
        await town.Start();
        int readings = 0;
        town.Wire.Before = what => _ = what.StartsWith("GET town", StringComparison.Ordinal)
            && what.Contains("/Agreements", StringComparison.Ordinal) ? Interlocked.Increment(ref readings) : 0;
        ItemAdvancer clock = town.Services.GetRequiredService<ItemAdvancer>();

        AdvanceResult[] looked =
            await Task.WhenAll(items.Select(item => clock.Advance(Papers.Agreement, item, Instant.FromUtc(2020, 5, 18, 1, 0), Cancel)));

        looked.Should().OnlyContain(look => look.HasWrites);
        readings.Should().BeLessThan(20, "forty items have forty ledgers");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static AgreementStore Fresh(Town town) => new(town.Services.GetRequiredService<FollowUp.Storage.TableClients>(), new());

    private static (AgreementStore Files, List<string> Asked) Asking(Town town)
    {
        List<string> asked = [];
        town.Wire.Before = what =>
        {
            if (what.Contains("/Agreements", StringComparison.Ordinal))
            {
                lock (asked)
                {
                    asked.Add(what);
                }
            }
        };
        return (Fresh(town), asked);
    }
}
