using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using FollowUp.TableService.Tests.Rig;

namespace FollowUp.TableService.Tests;

public sealed class A_table
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, Each]
    public async Task is_made_once(Kind kind)
    {
        Service service = await Service.Start(kind);
        TableClient table = service.Account.GetTableClient("Another");
        (await table.CreateIfNotExistsAsync(Cancel)).Value.Name.Should().Be("Another");
        (await Service.Answer(() => (Task)table.CreateIfNotExistsAsync(Cancel))).Should().Be("done");
        (await Service.Answer(() => (Task)table.CreateAsync(Cancel))).Should().Be("409 TableAlreadyExists");
        (await table.AddEntityAsync(new TableEntity("p", "r"), Cancel)).Status.Should().Be(204);
    }

    [Theory, Each]
    public async Task is_gone_with_its_rows_when_it_is_deleted(Kind kind)
    {
        Service service = await Service.Start(kind);
        _ = await service.Add(new TableEntity("p", "r"));
        (await Service.Answer(() => service.Table.DeleteAsync(Cancel))).Should().Be("done");
        (await service.Add(new TableEntity("p", "r"))).Should().Be("404 TableNotFound");
        (await Service.Answer(() => service.Table.DeleteAsync(Cancel))).Should().Be("404");
        _ = await service.Table.CreateAsync(Cancel);
        (await service.Rows()).Should().BeEmpty();
    }

    [Theory, Each]
    public async Task is_listed_by_its_name(Kind kind)
    {
        Service service = await Service.Start(kind);
        foreach (string name in (string[])["Due", "Agreements", "Postbag"])
        {
            _ = await service.Account.CreateTableAsync(name, Cancel);
        }

        (await Names(service, null)).Should().Equal("Agreements", "Due", "Postbag", "Rows");
        (await Names(service, "TableName eq 'Due'")).Should().Equal("Due");
        (await Names(service, "TableName ge 'D' and TableName lt 'Q'")).Should().Equal("Due", "Postbag");
    }

    [Theory, Each]
    public async Task is_listed_page_by_page(Kind kind)
    {
        Service service = await Service.Start(kind);
        for (int n = 0; n < 5; n++)
        {
            _ = await service.Account.CreateTableAsync($"Table{n}", Cancel);
        }

        List<Page<TableItem>> pages = [];
        await foreach (Page<TableItem> page in service.Account.QueryAsync(maxPerPage: 4, cancellationToken: Cancel).AsPages())
        {
            pages.Add(page);
        }

        pages.Select(page => page.Values.Count).Should().Equal(4, 2);
        pages.SelectMany(page => page.Values).Select(table => table.Name)
            .Should().Equal("Rows", "Table0", "Table1", "Table2", "Table3", "Table4");
    }

    /// <summary>Names of tables keep their case and are compared without it; the emulator does so only when it makes one.</summary>
    [Theory, Each]
    public async Task has_a_name_in_any_case(Kind kind)
    {
        Service service = await Service.Start(kind);
        _ = await service.Add(new TableEntity("p", "r"));
        (await Service.Answer(() =>
                (Task)service.Account.GetTableClient("ROWS").GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancel)))
            .Should().Be(kind.Says(azure: "done", azurite: "404 TableNotFound"));
        (await Service.Answer(() => (Task)service.Account.GetTableClient("ROWS").CreateAsync(Cancel)))
            .Should().Be("409 TableAlreadyExists");
        (await Names(service, null)).Should().Equal("Rows");
    }

    [Theory]
    [Each("Ab", "400 OutOfRangeInput", "400")]
    [Each("1Table", "400 InvalidResourceName", "400")]
    [Each("My-Table", "400 InvalidResourceName", "400")]
    [Each("tables", "400 InvalidResourceName", "400")]
    public async Task is_not_called(Kind kind, string name, string azure, string azurite)
    {
        Service service = await Service.Start(kind);
        (await Service.Answer(() => (Task)service.Account.CreateTableAsync(name, Cancel))).Should().Be(kind.Says(azure, azurite));
    }

    /// <summary>What FollowUp has no use for is refused, never half done.</summary>
    [Fact]
    public async Task has_no_access_rules_here()
    {
        Service service = await Service.Start(Kind.Memory);
        (await Service.Answer(() => (Task)service.Table.GetAccessPoliciesAsync(Cancel))).Should().Be("501 NotImplemented");
        (await Service.Answer(() => (Task)service.Account.GetPropertiesAsync(Cancel))).Should().Be("501 NotImplemented");
    }

    private static async Task<List<string>> Names(Service service, string? filter)
    {
        List<string> names = [];
        await foreach (TableItem table in service.Account.QueryAsync(filter, cancellationToken: Cancel))
        {
            names.Add(table.Name);
        }

        return names;
    }
}
