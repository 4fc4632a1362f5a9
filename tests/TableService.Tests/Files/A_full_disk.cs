using Azure.Data.Tables;
using FollowUp.Tables;
using FollowUp.TableService.Tests.Rig;

namespace FollowUp.TableService.Tests.Files;

public sealed class A_full_disk
{
    /// <summary>What a small store takes and a little more; SQLite's pages have 4 KiB.</summary>
    private const int FullPages = 40;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task refuses_what_has_no_room_and_keeps_what_was_answered()
    {
        using SqliteTables tables = StoreFiles.Tables();
        Service service = await Full(tables);
        int rows = (await service.Rows()).Count;
        rows.Should().BePositive("it could be filled, and is read all the same");
        (await service.Add(Large("more"))).Should().Be("503 StoreFull");
        TableTransactionAction small = new(TableTransactionActionType.Add, new TableEntity("p", "small"));
        (await service.Batch(small, new(TableTransactionActionType.Add, Large("large")))).Should().StartWith("503 StoreFull");
        (await service.Rows()).Should().HaveCount(rows, "a batch is kept as a whole or not at all");
    }

    [Fact]
    public async Task goes_on_when_there_is_room_again()
    {
        using SqliteTables tables = StoreFiles.Tables();
        Service service = await Full(tables);
        int rows = (await service.Rows()).Count;
        tables.Limit(1_000_000);
        (await service.Add(Large("more"))).Should().Be("done");
        (await service.Rows()).Should().HaveCount(rows + 1);
    }

    /// <summary>They shared a commit that could not be made.</summary>
    [Fact]
    public async Task hurts_nobody_who_needs_no_room()
    {
        using SqliteTables tables = StoreFiles.Tables();
        Service service = await Full(tables);
        string[] answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(() => n % 2 == 0
            ? service.Add(Large($"more-{n}"))
            : Service.Answer(() => service.Table.UpdateEntityAsync(
                new TableEntity("p", "first") { ["N"] = n }, Azure.ETag.All, TableUpdateMode.Replace, Cancel)))));
        answers.Where((_, n) => n % 2 == 0).Should().AllBe("503 StoreFull");
        answers.Where((_, n) => n % 2 == 1).Should().AllBe("done");
    }

    private static async Task<Service> Full(SqliteTables tables)
    {
        Service service = Service.Over(tables);
        _ = await service.Table.CreateAsync(Cancel);
        _ = await service.Add(new TableEntity("p", "first") { ["N"] = -1 });
        tables.Limit(FullPages);
        int n = 0;
        while (await service.Add(Large($"{n++}")) == "done")
        {
            n.Should().BeLessThan(FullPages, "the disk fills");
        }

        return service;
    }

    private static TableEntity Large(string key) => TableRows.Of("p", key, properties: 1, characters: 10_000);
}
