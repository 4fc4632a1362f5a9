using Azure.Data.Tables;
using FollowUp.TableService.Tests.Rig;
using FollowUp.Tests;

namespace FollowUp.TableService.Tests;

/// <summary>The same thousands of operations on all services: the same answers, and at every moment the same rows.</summary>
public sealed class Random_operations
{
    private const int Operations = 1_000;

    private static readonly string[] Partitions = ["p", "q", "it's"];
    private static readonly string[] Keys = ["a", "a|1", "a|2", "a}", "B", "ж", ""];
    private static readonly string[] Names = ["A", "B", "C"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void end_alike_on_all() => Seeds.Each(4, life => Live(life).GetAwaiter().GetResult());

    private static async Task Live(Random random)
    {
        Side memory = new(await Service.Start(Kind.Memory));
        Side[] others = [new(await Service.Start(Kind.Sqlite)), new(await Service.Start(Kind.Azurite))];
        for (int n = 0; n < Operations; n++)
        {
            Func<Side, Task<string>> operation = Any(random);
            string answer = await operation(memory);
            foreach (Side other in others)
            {
                (await operation(other)).Should().Be(answer, $"operation {n}");
                if (n % 50 == 0 || n == Operations - 1)
                {
                    (await other.Everything()).Should().Be(await memory.Everything(), $"after operation {n}");
                }
            }
        }
    }

    private static Func<Side, Task<string>> Any(Random random)
    {
        if (random.Chance(0.2))
        {
            (string filter, int size) = (Filter(random), random.Next(1, 6));
            return side => side.Find(filter, size);
        }

        if (random.Chance(0.3))
        {
            return Batch(random);
        }

        TableEntity row = Row(random, random.One(Partitions));
        TableUpdateMode mode = random.One(TableUpdateMode.Merge, TableUpdateMode.Replace);
        Condition condition = random.One(Enum.GetValues<Condition>());
        return random.Next(5) switch
        {
            0 => side => side.Do(row, () => side.Table.AddEntityAsync(row, Cancel)),
            1 => side => side.Do(row, () => side.Table.UpdateEntityAsync(row, side.Version(row, condition), mode, Cancel)),
            2 => side => side.Do(row, () => side.Table.UpsertEntityAsync(row, mode, Cancel)),
            3 => side => side.Do(row, () =>
                side.Table.DeleteEntityAsync(row.PartitionKey, row.RowKey, side.Version(row, condition), Cancel)),
            _ => side => side.Read(row),
        };
    }

    /// <summary>
    /// Each row once, in one partition: what becomes of other batches is shown elsewhere, where the emulator is known to differ.
    /// </summary>
    private static Func<Side, Task<string>> Batch(Random random)
    {
        string partition = random.One(Partitions);
        List<(TableTransactionActionType Type, TableEntity Row, Condition Condition)> actions =
        [
            .. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Row(random, partition)).DistinctBy(row => row.RowKey)
                .Select(row => (random.One(Enum.GetValues<TableTransactionActionType>()), row, random.One(Enum.GetValues<Condition>()))),
        ];
        return side => side.Submit(
        [
            .. actions.Select(action =>
                new TableTransactionAction(action.Type, action.Row, side.Version(action.Row, action.Condition))),
        ]);
    }

    private static TableEntity Row(Random random, string partition)
    {
        TableEntity row = new(partition, random.One(Keys));
        foreach (string name in Names.Where(_ => random.Chance(0.6)))
        {
            row[name] = random.One<object?>(
                "", "x", "it's", 0, -1, 7, 5_000_000_000L, 1.5, 2.0, true, false,
                new DateTimeOffset(2026, 1, 1, 0, 0, random.Next(3), TimeSpan.Zero), Guid.Empty, null);
        }

        return row;
    }

    /// <summary>Of keys, which every row has; what becomes of other properties is shown elsewhere.</summary>
    private static string Filter(Random random, int depth = 0)
    {
        string comparison = random.One("eq", "ne", "lt", "le", "gt", "ge");
        return random.Next(depth == 2 ? 2 : 5) switch
        {
            0 => $"PartitionKey {comparison} '{random.One(Partitions).Replace("'", "''")}'",
            1 => $"RowKey {comparison} '{random.One(Keys)}'",
            2 => $"not ({Filter(random, depth + 1)})",
            _ => $"({Filter(random, depth + 1)} {random.One("and", "or")} {Filter(random, depth + 1)})",
        };
    }
}
