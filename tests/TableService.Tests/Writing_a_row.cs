using Azure;
using Azure.Data.Tables;
using FollowUp.TableService.Tests.Rig;

namespace FollowUp.TableService.Tests;

public sealed class Writing_a_row
{
    private static readonly ETag Stale = new("W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\"");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [Each(TableUpdateMode.Replace, "B"), Each(TableUpdateMode.Merge, "A B")]
    public async Task leaves_what_its_mode_says(Kind kind, TableUpdateMode mode, string left)
    {
        Service service = await WithRow(kind);
        (await Service.Answer(() => service.Table.UpdateEntityAsync(new TableEntity("p", "r") { ["B"] = "new" }, ETag.All, mode, Cancel)))
            .Should().Be("done");
        TableEntity read = await service.Read("p", "r");
        Own(read).Should().Be(left);
        read["B"].Should().Be("new");
    }

    [Theory]
    [Each(TableUpdateMode.Replace, "B"), Each(TableUpdateMode.Merge, "A B")]
    public async Task over_another_leaves_what_its_mode_says(Kind kind, TableUpdateMode mode, string left)
    {
        Service service = await WithRow(kind);
        (await Service.Answer(() => service.Table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 2L }, mode, Cancel)))
            .Should().Be("done");
        TableEntity read = await service.Read("p", "r");
        Own(read).Should().Be(left);
        read["B"].Should().Be(2L, "a merge may change the type, too");
    }

    [Theory]
    [Each(TableUpdateMode.Replace), Each(TableUpdateMode.Merge)]
    public async Task makes_one_where_there_was_none_only_if_asked_to(Kind kind, TableUpdateMode mode)
    {
        Service service = await Service.Start(kind);
        (await Service.Answer(() => service.Table.UpdateEntityAsync(new TableEntity("p", "r"), ETag.All, mode, Cancel)))
            .Should().Be("404 ResourceNotFound");
        (await service.Rows()).Should().BeEmpty();
        (await Service.Answer(() => service.Table.UpsertEntityAsync(new TableEntity("p", "r"), mode, Cancel))).Should().Be("done");
        (await service.Rows()).Should().ContainSingle();
    }

    [Theory]
    [Each(TableUpdateMode.Replace), Each(TableUpdateMode.Merge)]
    public async Task that_was_written_since_is_refused(Kind kind, TableUpdateMode mode)
    {
        Service service = await WithRow(kind);
        ETag read = (await service.Read("p", "r")).ETag;
        (await Service.Answer(() =>
                service.Table.UpdateEntityAsync(new TableEntity("p", "r") { ["By"] = "the first" }, read, mode, Cancel)))
            .Should().Be("done");
        (await Service.Answer(() =>
                service.Table.UpdateEntityAsync(new TableEntity("p", "r") { ["By"] = "the second" }, read, mode, Cancel)))
            .Should().Be("412 UpdateConditionNotSatisfied");
        (await service.Read("p", "r"))["By"].Should().Be("the first");
    }

    [Theory, Each]
    public async Task gives_it_a_new_version_even_if_nothing_changes(Kind kind)
    {
        Service service = await Service.Start(kind);
        HashSet<ETag> versions = [];
        for (int n = 0; n < 50; n++)
        {
            using Response answer = await service.Table.UpsertEntityAsync(new TableEntity("p", "r"), TableUpdateMode.Replace, Cancel);
            versions.Add(answer.Headers.ETag!.Value).Should().BeTrue();
        }

        (await service.Read("p", "r")).ETag.Should().Be(versions.Last());
    }

    [Theory, Each]
    public async Task that_is_null_in_a_merge_leaves_what_was(Kind kind)
    {
        Service service = await WithRow(kind);
        (await Service.Answer(() =>
                service.Table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = null }, ETag.All, TableUpdateMode.Merge, Cancel)))
            .Should().Be("done");
        (await service.Read("p", "r"))["A"].Should().Be(1);
    }

    [Theory, Each]
    public async Task away_leaves_nothing(Kind kind)
    {
        Service service = await WithRow(kind);
        (await Service.Answer(() => service.Table.DeleteEntityAsync("p", "r", Stale, Cancel)))
            .Should().Be("412 UpdateConditionNotSatisfied");
        (await Service.Answer(() => service.Table.DeleteEntityAsync("p", "none", ETag.All, Cancel))).Should().Be("404");
        ETag read = (await service.Read("p", "r")).ETag;
        (await Service.Answer(() => service.Table.DeleteEntityAsync("p", "r", read, Cancel))).Should().Be("done");
        (await service.Rows()).Should().BeEmpty();
        (await Service.Answer(() => service.Table.DeleteEntityAsync("p", "r", ETag.All, Cancel))).Should().Be("404");
    }

    [Theory, Each]
    public async Task anew_does_not_bring_an_old_version_back(Kind kind)
    {
        Service service = await WithRow(kind);
        ETag before = (await service.Read("p", "r")).ETag;
        using Response gone = await service.Table.DeleteEntityAsync("p", "r", before, Cancel);
        (await service.Add(new TableEntity("p", "r"))).Should().Be("done");
        (await Service.Answer(() => service.Table.DeleteEntityAsync("p", "r", before, Cancel)))
            .Should().Be("412 UpdateConditionNotSatisfied");
    }

    [Theory, Each]
    public async Task in_no_table_is_refused(Kind kind)
    {
        Service service = await Service.Start(kind);
        TableClient none = service.Account.GetTableClient("None");
        TableEntity row = new("p", "r");
        Func<Task<Response>>[] calls =
        [
            () => none.AddEntityAsync(row, Cancel), () => none.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, Cancel),
            () => none.UpsertEntityAsync(row, TableUpdateMode.Merge, Cancel),
            async () => (await none.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancel)).GetRawResponse(),
            async () => (await none.QueryAsync<TableEntity>(cancellationToken: Cancel).AsPages().FirstAsync(Cancel)).GetRawResponse(),
        ];
        foreach (Func<Task<Response>> call in calls)
        {
            (await Service.Answer(call)).Should().Be("404 TableNotFound");
        }

        (await Service.Answer(() => none.DeleteEntityAsync("p", "r", ETag.All, Cancel))).Should().Be("404");
        (await Service.Answer(() => (Task)none.SubmitTransactionAsync([new(TableTransactionActionType.Add, row)], Cancel)))
            .Should().Be("404 TableNotFound at 0");
    }

    private static async Task<Service> WithRow(Kind kind)
    {
        Service service = await Service.Start(kind);
        _ = await service.Add(new TableEntity("p", "r") { ["A"] = 1, ["B"] = "old" });
        return service;
    }

    private static string Own(TableEntity row) =>
        string.Join(' ', row.Keys.Except(["PartitionKey", "RowKey", "Timestamp", "odata.etag"]).Order(StringComparer.Ordinal));
}
