using Azure.Data.Tables;
using FollowUp.Tables;
using FollowUp.TableService.Tests.Rig;

namespace FollowUp.TableService.Tests.Files;

public sealed class A_copy
{
    private readonly string file = StoreFiles.New();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Copy => file + ".copy";

    /// <summary>Every batch gives all its rows the same number: a copy from the middle of one would have two.</summary>
    [Fact]
    public async Task is_of_one_moment_while_others_write()
    {
        using SqliteTables tables = new(file, TimeProvider.System);
        Service service = await Filled(tables);
        using CancellationTokenSource done = new();
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<int> writing = Task.Run(async () =>
        {
            int n = 1;
            for (; !done.IsCancellationRequested; n++)
            {
                (await Write(service, n)).Should().Be("done");
                _ = begun.TrySetResult();
            }

            return n - 1;
        });

        // Ten copies are soon made, on a busy machine before anybody writes; a writer that fails ends the waiting as well.
        await await Task.WhenAny(begun.Task, writing);
        for (int copy = 0; copy < 10; copy++)
        {
            SqliteTables.Backup(file, $"{Copy}{copy}");
        }

        await done.CancelAsync();
        (await writing).Should().BePositive("writers go on");
        for (int copy = 0; copy < 10; copy++)
        {
            using SqliteTables copied = new($"{Copy}{copy}", TimeProvider.System);
            IReadOnlyList<TableEntity> rows = await Service.Over(copied).Rows();
            rows.Should().HaveCount(50);
            rows.Select(row => row.GetInt32("N")).Distinct().Should().ContainSingle();
        }
    }

    [Fact]
    public async Task can_be_gone_on_with()
    {
        using (SqliteTables tables = new(file, TimeProvider.System))
        {
            _ = await Filled(tables);
        }

        SqliteTables.Backup(file, Copy);
        using SqliteTables copied = new(Copy, TimeProvider.System);
        Service service = Service.Over(copied);
        (await Write(service, 1)).Should().Be("done");
        (await service.Rows()).Should().OnlyContain(row => row.GetInt32("N") == 1);
    }

    [Fact]
    public async Task takes_no_place_that_is_taken()
    {
        using SqliteTables tables = new(file, TimeProvider.System);
        _ = await Filled(tables);
        await File.WriteAllTextAsync(Copy, "Minutes", Cancel);
        Refusal(Copy).Should().Contain(Copy).And.Contain("already");
        (await File.ReadAllTextAsync(Copy, Cancel)).Should().Be("Minutes");
    }

    [Fact]
    public async Task that_cannot_be_written_is_refused()
    {
        using SqliteTables tables = new(file, TimeProvider.System);
        _ = await Filled(tables);
        string nowhere = Path.Combine(Path.GetDirectoryName(file)!, "nowhere", "copy");
        Refusal(nowhere).Should().Contain(nowhere).And.Contain("cannot be written");
    }

    [Fact]
    public void of_nothing_is_refused_and_makes_nothing()
    {
        Refusal(Copy).Should().Contain(file);
        File.Exists(file).Should().BeFalse();
        File.Exists(Copy).Should().BeFalse();
    }

    private string Refusal(string copy) => Assert.Throws<StoreFileException>(() => SqliteTables.Backup(file, copy)).Message;

    private static async Task<Service> Filled(SqliteTables tables)
    {
        Service service = Service.Over(tables);
        _ = await service.Table.CreateAsync(Cancel);
        (await Write(service, 0)).Should().Be("done");
        return service;
    }

    private static Task<string> Write(Service service, int n) => service.Batch(
        Enumerable.Range(0, 50)
            .Select(row => new TableEntity("p", $"{row:D2}") { ["N"] = n })
            .Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)));
}
