using Azure;
using Azure.Data.Tables;
using FollowUp.Tables;
using FollowUp.TableService.Tests.Rig;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.TableService.Tests.Files;

public sealed class A_file
{
    private readonly string file = StoreFiles.New();
    private readonly FakeTimeProvider clock = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task keeps_what_it_was_told_until_it_is_opened_again()
    {
        string before = await Open(async service =>
        {
            _ = await service.Table.CreateAsync(Cancel);
            TableEntity all = new("p", "all")
            {
                ["Text"] = "\"é\" 😀",
                ["Int"] = -5,
                ["Long"] = 5_000_000_000L,
                ["Real"] = 2.0,
                ["Nan"] = double.NaN,
                ["Flag"] = true,
                ["When"] = clock.GetUtcNow(),
                ["Id"] = Guid.Empty,
                ["Bytes"] = new byte[] { 0, 1, 255 },
            };
            (await service.Add(all)).Should().Be("done");
            TableTransactionAction[] two =
            [
                new(TableTransactionActionType.Add, new TableEntity("q", "1")),
                new(TableTransactionActionType.Add, new TableEntity("q", "2")),
            ];
            (await service.Batch(two)).Should().Be("done");
            return Words(await service.Rows());
        });
        (await Open(async service => Words(await service.Rows()))).Should().Be(before).And.Contain("😀");
    }

    [Fact]
    public async Task keeps_tables_by_their_names_and_forgets_the_rows_of_deleted_ones()
    {
        _ = await Open(async service =>
        {
            _ = await service.Table.CreateAsync(Cancel);
            _ = await service.Account.CreateTableAsync("Other", Cancel);
            (await service.Add(new TableEntity("p", "r"))).Should().Be("done");
            return await service.Table.DeleteAsync(Cancel);
        });
        await Open(async service =>
        {
            (await service.Account.QueryAsync(cancellationToken: Cancel).Select(table => table.Name).ToListAsync(Cancel))
                .Should().Equal("Other");
            _ = await service.Table.CreateAsync(Cancel);
            return (await service.Rows()).Should().BeEmpty();
        });
    }

    /// <summary>Else a row that was read before a restart could be overwritten by its old version.</summary>
    [Theory]
    [InlineData(0), InlineData(-3600)]
    public async Task never_gives_a_version_again_though_the_clock_went_back_while_it_was_closed(int seconds)
    {
        HashSet<string> versions = [];
        for (int life = 0; life < 4; life++)
        {
            await Open(async service =>
            {
                _ = await service.Table.CreateIfNotExistsAsync(Cancel);
                for (int n = 0; n < 5; n++)
                {
                    using Response answer =
                        await service.Table.UpsertEntityAsync(new TableEntity("p", "r"), TableUpdateMode.Replace, Cancel);
                    versions.Add(answer.Headers.ETag!.Value.ToString()).Should().BeTrue($"life {life}, write {n}");
                }

                return 0;
            });
            clock.AdjustTime(clock.GetUtcNow().AddSeconds(seconds));
        }
    }

    [Fact]
    public async Task is_opened_by_one_at_a_time()
    {
        await Open(service =>
        {
            Refusal().Should().Contain(file).And.Contain("in use").And.Contain("--data");
            return Task.FromResult(0);
        });
        await Open(_ => Task.FromResult(0));
    }

    [Fact]
    public async Task of_a_newer_schema_is_refused_and_left_alone()
    {
        await Open(_ => Task.FromResult(0));
        Tell("PRAGMA user_version = 7");
        byte[] before = await File.ReadAllBytesAsync(file, Cancel);
        Refusal().Should().Contain(file).And.Contain("schema 7").And.Contain("up to 1").And.Contain("newer");
        (await File.ReadAllBytesAsync(file, Cancel)).Should().Equal(before);
    }

    [Fact]
    public async Task of_another_program_is_refused_and_left_alone()
    {
        _ = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        Tell("CREATE TABLE theirs (a)");
        byte[] before = await File.ReadAllBytesAsync(file, Cancel);
        Refusal().Should().Contain(file).And.Contain("another program");
        (await File.ReadAllBytesAsync(file, Cancel)).Should().Equal(before);
    }

    [Fact]
    public async Task that_is_no_database_is_refused_and_left_alone()
    {
        _ = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        string text = string.Join('\n', Enumerable.Repeat("Minutes of the meeting.", 100));
        await File.WriteAllTextAsync(file, text, Cancel);
        Refusal().Should().Contain(file).And.Contain("no SQLite database");
        (await File.ReadAllTextAsync(file, Cancel)).Should().Be(text);
    }

    private async Task<T> Open<T>(Func<Service, Task<T>> use)
    {
        using SqliteTables tables = new(file, clock);
        return await use(Service.Over(tables));
    }

    private string Refusal() => Assert.Throws<StoreFileException>(() => new SqliteTables(file, clock)).Message;

    private void Tell(string sql)
    {
        using SqliteConnection connection = new($"Data Source={file};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        _ = command.ExecuteNonQuery();
    }

    private static string Words(IEnumerable<TableEntity> rows) =>
        string.Join('\n', rows.Select(row => string.Join(", ", row.Select(property => Word(property.Key, property.Value)))));

    private static string Word(string name, object value) =>
        $"{name}={(value is byte[] bytes ? Convert.ToHexString(bytes) : value)} ({value.GetType().Name})";
}
