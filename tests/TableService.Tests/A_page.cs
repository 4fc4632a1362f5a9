using Azure;
using Azure.Data.Tables;
using FollowUp.Tables;
using FollowUp.TableService.Tests.Rig;

namespace FollowUp.TableService.Tests;

public sealed class A_page
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [Each(1), Each(2), Each(3), Each(100)]
    public async Task goes_on_where_the_last_one_ended(Kind kind, int size)
    {
        Service service = await WithRows(kind, 7);
        List<Page<TableEntity>> pages = await Pages(service.Table, "PartitionKey eq 'p' and RowKey ge '0001'", size);
        pages.SelectMany(page => page.Values).Select(row => row.RowKey).Should().Equal("0001", "0002", "0003", "0004", "0005", "0006");
        pages.Should().OnlyContain(page => page.Values.Count <= size);
        pages[^1].ContinuationToken.Should().BeNull();
    }

    [Theory, Each]
    public async Task can_be_asked_for_by_its_token_alone(Kind kind)
    {
        Service service = await WithRows(kind, 5);
        Page<TableEntity> first = (await Pages(service.Table, "PartitionKey eq 'p'", 2))[0];
        List<Page<TableEntity>> rest = [];
        AsyncPageable<TableEntity> query = service.Table.QueryAsync<TableEntity>("PartitionKey eq 'p'", cancellationToken: Cancel);
        await foreach (Page<TableEntity> page in query.AsPages(first.ContinuationToken, 2))
        {
            rest.Add(page);
        }

        rest.SelectMany(page => page.Values).Select(row => row.RowKey).Should().Equal("0002", "0003", "0004");
    }

    /// <summary>What is written behind the place is found, what is deleted there does not stop it.</summary>
    [Theory, Each]
    public async Task is_of_its_own_time(Kind kind)
    {
        Service service = await WithRows(kind, 4);
        string? token = (await Pages(service.Table, "PartitionKey eq 'p'", 2))[0].ContinuationToken;
        using Response gone = await service.Table.DeleteEntityAsync("p", "0002", ETag.All, Cancel);
        _ = await service.Add(new TableEntity("p", "0004"));
        Page<TableEntity> second = await service.Table
            .QueryAsync<TableEntity>("PartitionKey eq 'p'", cancellationToken: Cancel)
            .AsPages(token, 10)
            .FirstAsync(Cancel);
        second.Values.Select(row => row.RowKey).Should().Equal("0003", "0004");
    }

    [Theory, Each]
    public async Task has_a_thousand_rows_at_most(Kind kind)
    {
        Service service = await WithRows(kind, 1_001);
        List<Page<TableEntity>> pages = await Pages(service.Table, "PartitionKey eq 'p'", null);
        pages.Select(page => page.Values.Count).Should().Equal(1_000, 1);
        (await Service.Answer(() => Pages(service.Table, "PartitionKey eq 'p'", 1_001)))
            .Should().Be(kind.Says(azure: "400 InvalidInput", azurite: "done"));
    }

    [Theory, Each]
    public async Task holds_what_was_selected(Kind kind)
    {
        Service service = await WithRows(kind, 2);
        AsyncPageable<TableEntity> query =
            service.Table.QueryAsync<TableEntity>("PartitionKey eq 'p'", select: ["N", "RowKey"], cancellationToken: Cancel);
        await foreach (TableEntity row in query)
        {
            row.GetInt32("N").Should().Be(int.Parse(row.RowKey));
            row.Should().NotContainKey("PartitionKey").And.NotContainKey("Timestamp");
            row.ETag.Should().NotBe(default(ETag));
        }
    }

    /// <summary>Azure may end a page anywhere, and bring nothing although there is more; the emulator never does.</summary>
    [Theory]
    [InlineData(1), InlineData(2), InlineData(5)]
    public async Task can_be_made_to_end_anywhere(int cut)
    {
        InMemoryTables tables = new(TimeProvider.System) { PageCut = () => cut };
        Service service = Service.Over(tables);
        _ = await service.Table.CreateAsync(Cancel);
        await Fill(service, 10);
        List<Page<TableEntity>> pages = await Pages(service.Table, "N eq 3 or N eq 9", null);
        pages.SelectMany(page => page.Values).Select(row => row.RowKey).Should().Equal("0003", "0009");
        pages.Should().HaveCount(10 / cut);
        pages.Count(page => page.Values.Count == 0).Should().Be((10 / cut) - 2);
        pages.SkipLast(1).Should().OnlyContain(page => page.ContinuationToken != null);
    }

    [Fact]
    public async Task can_be_empty_before_the_first_row()
    {
        int asked = 0;
        Service service = Service.Over(new InMemoryTables(TimeProvider.System) { PageCut = () => asked++ % 2 });
        _ = await service.Table.CreateAsync(Cancel);
        await Fill(service, 3);
        (await Pages(service.Table, "PartitionKey eq 'p'", null)).Select(page => page.Values.Count).Should().Equal(0, 1, 0, 1, 0, 1);
    }

    private static async Task<Service> WithRows(Kind kind, int count)
    {
        Service service = await Service.Start(kind);
        await Fill(service, count);
        _ = await service.Add(new TableEntity("o", "before"));
        _ = await service.Add(new TableEntity("q", "after"));
        return service;
    }

    private static async Task Fill(Service service, int count)
    {
        IEnumerable<TableEntity> rows = Enumerable.Range(0, count).Select(n => new TableEntity("p", $"{n:D4}") { ["N"] = n });
        IEnumerable<TableTransactionAction> adds = rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row));
        foreach (TableTransactionAction[] some in adds.Chunk(100))
        {
            (await service.Batch(some)).Should().Be("done");
        }
    }

    private static async Task<List<Page<TableEntity>>> Pages(TableClient table, string filter, int? size)
    {
        List<Page<TableEntity>> pages = [];
        await foreach (Page<TableEntity> page in table.QueryAsync<TableEntity>(filter, size, cancellationToken: Cancel).AsPages())
        {
            pages.Add(page);
        }

        return pages;
    }
}
