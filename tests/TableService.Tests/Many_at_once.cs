using Azure.Data.Tables;
using FollowUp.TableService.Tests.Rig;

namespace FollowUp.TableService.Tests;

/// <summary>Every request and every batch is as if it were alone.</summary>
public sealed class Many_at_once
{
    private const int Writers = 8;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [Each(false), Each(true)]
    public async Task count_what_they_changed_by_version_exactly(Kind kind, bool inBatches)
    {
        Service service = await Service.Start(kind);
        _ = await service.Add(new TableEntity("p", "count") { ["N"] = 0 });
        int[] won = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => Count(service, inBatches))));
        won.Sum().Should().BeGreaterThan(Writers);
        (await service.Read("p", "count")).GetInt32("N").Should().Be(won.Sum());
    }

    [Theory, Each]
    public async Task never_see_half_a_batch(Kind kind)
    {
        Service service = await Service.Start(kind);
        _ = await Write(service, 0);
        using CancellationTokenSource done = new();
        Task<int> reading = Task.Run(async () =>
        {
            int reads = 0;
            while (!done.IsCancellationRequested)
            {
                (await service.Rows("PartitionKey eq 'p'")).Select(row => row.GetInt32("N")).Distinct().Should().ContainSingle();
                reads++;
            }

            return reads;
        });
        for (int n = 1; n <= 100; n++)
        {
            (await Write(service, n)).Should().Be("done");
        }

        await done.CancelAsync();
        (await reading).Should().BePositive();
    }

    [Theory, Each]
    public async Task add_one_row_once(Kind kind)
    {
        Service service = await Service.Start(kind);
        string[] answers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(n =>
            Task.Run(() => service.Add(new TableEntity("p", "r") { ["By"] = n }))));
        answers.Order().Should().Equal([.. Enumerable.Repeat("409 EntityAlreadyExists", Writers - 1), "done"]);
    }

    /// <returns>How many of 30 tries won.</returns>
    private static async Task<int> Count(Service service, bool inBatches)
    {
        int won = 0;
        for (int n = 0; n < 30; n++)
        {
            TableEntity row = await service.Read("p", "count");
            row["N"] = row.GetInt32("N") + 1;
            string answer = inBatches
                ? await service.Batch(
                    new(TableTransactionActionType.UpdateReplace, row, row.ETag),
                    new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "other")))
                : await Service.Answer(() => service.Table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Cancel));
            answer.Should().BeOneOf("done", inBatches ? "412 UpdateConditionNotSatisfied at 0" : "412 UpdateConditionNotSatisfied");
            won += answer == "done" ? 1 : 0;
        }

        return won;
    }

    private static Task<string> Write(Service service, int n) => service.Batch(
        Enumerable.Range(0, 20)
            .Select(row => new TableEntity("p", $"{row:D2}") { ["N"] = n })
            .Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)));
}
