using Azure;
using Azure.Data.Tables;
using FollowUp.TableService.Tests.Rig;

namespace FollowUp.TableService.Tests;

/// <summary>Law 2 rests on it: all or nothing, and the caller learns which change it was that failed.</summary>
public sealed class A_batch
{
    private const TableTransactionActionType Add = TableTransactionActionType.Add;
    private static readonly ETag Stale = new("W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\"");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, Each]
    public async Task does_everything_that_a_request_alone_does(Kind kind)
    {
        Service service = await WithRows(kind);
        ETag version = (await service.Read("p", "replaced")).ETag;
        Response<IReadOnlyList<Response>> answers = await service.Table.SubmitTransactionAsync(
            [
                new(Add, Row("added")),
                new(TableTransactionActionType.UpdateReplace, Row("replaced"), version),
                new(TableTransactionActionType.UpdateMerge, Row("merged"), ETag.All),
                new(TableTransactionActionType.UpsertReplace, Row("upserted")),
                new(TableTransactionActionType.UpsertMerge, Row("upmerged")),
                new(TableTransactionActionType.Delete, Row("deleted")),
            ], Cancel);

        answers.GetRawResponse().Status.Should().Be(202);
        answers.Value.Select(answer => answer.Status).Should().AllBeEquivalentTo(204).And.HaveCount(6);
        IReadOnlyList<TableEntity> rows = await service.Rows();
        string.Join(' ', rows.Select(row => $"{row.RowKey}{(row.ContainsKey("Old") ? "+" : "")}"))
            .Should().Be("added merged+ replaced upmerged+ upserted");
        rows.Should().OnlyContain(row => row.GetInt32("New") == 1);
        Dictionary<string, ETag> versions = rows.ToDictionary(row => row.RowKey, row => row.ETag);
        answers.Value.Take(5).Select(answer => answer.Headers.ETag).Should().Equal(
            versions["added"], versions["replaced"], versions["merged"], versions["upserted"], versions["upmerged"]);
    }

    [Theory]
    [Each("Add", "replaced", "409 EntityAlreadyExists")]
    [Each("UpdateReplace", "none", "404 ResourceNotFound")]
    [Each("UpdateMerge", "none", "404 ResourceNotFound")]
    [Each("UpdateReplace", "replaced", "412 UpdateConditionNotSatisfied")]
    [Each("UpdateMerge", "merged", "412 UpdateConditionNotSatisfied")]
    [Each("Delete", "deleted", "412 UpdateConditionNotSatisfied")]
    [Each("Delete", "none", "404 ResourceNotFound")]
    public async Task that_fails_leaves_nothing_and_names_the_change(Kind kind, string type, string row, string refusal)
    {
        Service service = await WithRows(kind);
        string before = await Everything(service);
        for (int at = 0; at < 4; at++)
        {
            List<TableTransactionAction> actions =
            [
                new(Add, Row("first")),
                new(TableTransactionActionType.UpdateReplace, Row("upserted"), ETag.All),
                new(TableTransactionActionType.Delete, Row("upmerged"), ETag.All),
            ];
            actions.Insert(at, new(Enum.Parse<TableTransactionActionType>(type), Row(row), Stale));
            (await service.Batch(actions)).Should().Be($"{refusal} at {at}");
            (await Everything(service)).Should().Be(before);
        }
    }

    [Theory, Each]
    public async Task fails_by_the_first_of_two_wrong_changes(Kind kind)
    {
        Service service = await WithRows(kind);
        TableTransactionAction missing = new(TableTransactionActionType.UpdateMerge, Row("none"), ETag.All);
        (await service.Batch(new(Add, Row("first")), missing, new(Add, Row("merged"))))
            .Should().Be("404 ResourceNotFound at 1");
    }

    [Theory, Each]
    public async Task touches_a_row_once(Kind kind)
    {
        Service service = await WithRows(kind);
        (await service.Batch(new(Add, Row("first")), new(Add, Row("second")), new(TableTransactionActionType.UpsertMerge, Row("first"))))
            .Should().Be("400 InvalidDuplicateRow at 2");
        (await service.Find("RowKey eq 'first'")).Should().Be("");
    }

    /// <summary>The emulator writes into both partitions: law 2 would hold in tests and break on Azure.</summary>
    [Theory, Each]
    public async Task stays_in_one_partition(Kind kind)
    {
        Service service = await Service.Start(kind);
        (await service.Batch(new(Add, new TableEntity("p", "r")), new(Add, new TableEntity("q", "r"))))
            .Should().Be(kind.Says(azure: "400 CommandsInBatchActOnDifferentPartitions at 1", azurite: "done"));
        (await service.Find()).Should().Be(kind.Says(azure: "", azurite: "p/r q/r"));
    }

    /// <summary>What the emulator says to the 101st change, the client cannot even read.</summary>
    [Theory, Each]
    public async Task has_a_hundred_changes_at_most(Kind kind)
    {
        Service service = await Service.Start(kind);
        IEnumerable<TableTransactionAction> adds = Enumerable.Range(0, 101).Select(n => new TableTransactionAction(Add, Row($"{n:D3}")));
        (await service.Batch(adds))
            .Should().Be(kind.Says(azure: "400 InvalidInput at 99", azurite: "an answer that the client cannot read"));
        (await service.Rows()).Should().BeEmpty();
        (await service.Batch(adds.Take(100))).Should().Be("done");
        (await service.Rows()).Should().HaveCount(100);
    }

    [Theory, Each]
    public async Task has_4_MiB_at_most(Kind kind)
    {
        Service service = await Service.Start(kind);
        IEnumerable<TableTransactionAction> adds = Enumerable.Range(0, 9)
            .Select(n => new TableTransactionAction(Add, TableRows.Of("p", $"{n}", properties: 17, characters: 30_000)));
        (await service.Batch(adds)).Should().Be("413 RequestBodyTooLarge");
        (await service.Rows()).Should().BeEmpty();
        (await service.Batch(adds.Take(8))).Should().Be("done");
    }

    [Theory, Each]
    public async Task refuses_a_bad_row_where_it_stands(Kind kind)
    {
        Service service = await Service.Start(kind);
        (await service.Batch(new(Add, Row("first")), new(Add, Row("a/b"))))
            .Should().Be(kind.Says(azure: "400 OutOfRangeInput at 1", azurite: "400 InvalidInput at 1"));
        (await service.Batch(new(Add, Row("first")), new(Add, TableRows.Of("p", "second", properties: 1, characters: 32_769))))
            .Should().Be("400 PropertyValueTooLarge at 1");
        (await service.Rows()).Should().BeEmpty();
    }

    private static async Task<Service> WithRows(Kind kind)
    {
        Service service = await Service.Start(kind);
        foreach (string key in (string[])["replaced", "merged", "upserted", "upmerged", "deleted"])
        {
            (await service.Add(new TableEntity("p", key) { ["Old"] = 1 })).Should().Be("done");
        }

        return service;
    }

    private static TableEntity Row(string key) => new("p", key) { ["New"] = 1 };

    private static async Task<string> Everything(Service service) =>
        string.Join(' ', (await service.Rows()).Select(row => $"{row.RowKey}{row.ETag}"));
}
