using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using FollowUp.Lives;
using FollowUp.Storage;
using FollowUp.Tables;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Storage;

/// <summary>
/// A store in which the version 4bb50b7 had tried to write to an address that cannot be written since 5 November: notices planned for good,
/// letters packed that never went, orchestrations that tried again and again, and nobody above who heard of it. Tests
/// <see cref="LegacyOutbox"/> and <see cref="RowMapping"/>.
/// </summary>
public sealed class A_store_that_lay_in_silence : IDisposable
{
    private static readonly DateTimeOffset Replaced = new(2026, 11, 13, 12, 0, 0, TimeSpan.Zero);

    private readonly EarlierStore store = EarlierStore.Of("4bb50b7");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => store.Dispose();

    /// <param name="lost">Tables that are gone besides; a repair brings back what was in them.</param>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [InlineData(true, "Postbag")]
    [InlineData(true, "Postbag", "Due", "FollowUpHub")]
    public async Task comes_back_to_life(bool isRepaired, params string[] lost)
    {
        await using LocalHostUnderTest host = new(Replaced, store.Open);
        await Lose(host, lost);
        await host.Start(Cancel);
        await (isRepaired ? Repair(host) : Task.CompletedTask);

        await Live(host, new(2026, 11, 17, 0, 0, 0, TimeSpan.Zero));

        (await Ledger(host)).Should().Contain("due/day to dotted: failed").And.Contain("overdue/again to dotted: failed")
            .And.Contain("overdue/level-1 to l1: sent").And.Contain("overdue/level-2 to l2: sent")
            .And.Contain("overdue/level-2 to iss: sent")
            .And.Contain("undelivered/overdue-again-dotted to coord: sent")
            .And.NotContain(line => line.EndsWith("planned", StringComparison.Ordinal));
        host.Mailbox.Arrived.Should().OnlyContain(letter => letter.Written.Letter.Address != "ivanov.@ex.example");
        host.Mailbox.Arrived.Where(letter => letter.Written.Letter.Recipient is "l1" or "l2" or "iss").Should()
            .OnlyContain(letter => letter.At.Date == new DateTime(2026, 11, 16), "the working day after");
    }

    [Fact]
    public async Task says_what_it_kept_back_where_the_address_is_mended_first()
    {
        await using LocalHostUnderTest host = new(Replaced, store.Open);
        await host.Start(Cancel);
        JsonObject dotted = new()
        {
            ["id"] = "dotted",
            ["name"] = "dotted",
            ["email"] = "ivanov@ex.example",
            ["timeZone"] = "Asia/Shanghai",
            ["calendar"] = "W",
        };
        using HttpResponseMessage mended = await host.Http.PutAsJsonAsync("/api/people/dotted", dotted, Cancel);
        mended.EnsureSuccessStatusCode();
        await Repair(host);

        await Live(host, new(2026, 11, 17, 0, 0, 0, TimeSpan.Zero));

        (await Ledger(host)).Should().Contain("overdue/again to dotted: sent").And.Contain("overdue/level-1 to l1: sent")
            .And.NotContain(line => line.EndsWith("planned", StringComparison.Ordinal));
        host.Mailbox.Arrived.Where(letter => letter.Written.Letter.Recipient == "dotted")
            .Should().NotBeEmpty().And.OnlyContain(letter => letter.Written.Letter.Address == "ivanov@ex.example");
    }

    private static async Task Lose(LocalHostUnderTest host, string[] tables)
    {
        TableServiceClient service = new(InMemoryTables.ConnectionString, new TableClientOptions { Transport = host.Tables });
        foreach (string table in tables)
        {
            using Azure.Response gone = await service.DeleteTableAsync(table, Cancel);
        }
    }

    private static async Task Repair(LocalHostUnderTest host)
    {
        await host.WhenStill(Cancel);
        using HttpResponseMessage repaired = await host.Http.PostAsync("/api/repair/rehydrate", null, Cancel);
        repaired.EnsureSuccessStatusCode();
    }

    /// <summary>Ten minutes one by one, so that everything that comes round every minute does, and then from alarm to alarm.</summary>
    private static async Task Live(LocalHostUnderTest host, DateTimeOffset end)
    {
        await host.WhenStill(Cancel);
        for (int minutes = 0; minutes < 10; minutes++)
        {
            await To(host.Clock.GetUtcNow().AddMinutes(1));
        }

        while (host.NextAlarm is { } next && next <= end)
        {
            await To(next);
        }

        async Task To(DateTimeOffset moment)
        {
            host.Jump(moment);
            await host.WhenStill(Cancel);
        }
    }

    private static async Task<IReadOnlyList<string>> Ledger(LocalHostUnderTest host) =>
        [.. (await host.Http.GetFromJsonAsync<JsonNode>("/api/agreements/x/items/bad/ledger", Cancel))!["rows"]!.AsArray()
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row!["ladder"]}/{row["rung"]} to {row["to"]}: {row["state"]}"))];
}
