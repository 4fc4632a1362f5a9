using Azure;
using Azure.Data.Tables;
using FollowUp.TableService.Tests.Rig;

namespace FollowUp.TableService.Tests;

public sealed class A_row
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, Each]
    public async Task keeps_a_value_of_every_type(Kind kind)
    {
        Service service = await Service.Start(kind);
        Dictionary<string, object> values = new()
        {
            ["Text"] = "Пункт 6: «相互» 'quoted' \"twice\" \\ \u2028 😀\r\n\t",
            ["Empty"] = "",
            ["Int"] = int.MinValue,
            ["Long"] = long.MaxValue,
            ["Whole"] = 2.0,
            ["Real"] = -1.5e-300,
            ["Yes"] = true,
            ["No"] = false,
            ["When"] = DateTimeOffset.Parse("2026-02-28T23:59:59.1234567Z"),
            ["Then"] = new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero),
            ["Id"] = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
            ["Bytes"] = new byte[] { 0, 1, 255 },
        };

        (await service.Add(new TableEntity(new Dictionary<string, object>(values) { ["PartitionKey"] = "p", ["RowKey"] = "r" })))
            .Should().Be("done");
        TableEntity read = await service.Read("p", "r");

        foreach ((string name, object value) in values)
        {
            read[name].Should().BeEquivalentTo(value, name).And.BeOfType(value.GetType(), name);
        }

        read.Keys.Should().HaveCount(values.Count + 4, "the keys, the timestamp and the ETag are all there is beside it");
    }

    [Theory, Each]
    public async Task has_no_property_that_is_null(Kind kind)
    {
        Service service = await Service.Start(kind);
        _ = await service.Add(new TableEntity("p", "r") { ["Gone"] = null, ["Here"] = 1 });
        (await service.Read("p", "r")).Should().ContainKey("Here").And.NotContainKey("Gone");
    }

    [Theory, Each]
    public async Task is_added_once(Kind kind)
    {
        Service service = await Service.Start(kind);
        (await service.Add(new TableEntity("p", "r") { ["By"] = "the first" })).Should().Be("done");
        (await service.Add(new TableEntity("p", "r") { ["By"] = "the second" })).Should().Be("409 EntityAlreadyExists");
        (await service.Read("p", "r"))["By"].Should().Be("the first");
    }

    [Theory, Each]
    public async Task bears_the_version_and_the_moment_of_its_writing(Kind kind)
    {
        Service service = await Service.Start(kind);
        Response added = await service.Table.AddEntityAsync(new TableEntity("p", "r"), Cancel);
        TableEntity read = await service.Read("p", "r");
        read.ETag.Should().Be(added.Headers.ETag!.Value);
        read.ETag.ToString().Should().MatchRegex(@"^W/""datetime'\d{4}-\d\d-\d\dT\d\d%3A\d\d%3A\d\d\.\d+Z'""$");
        read.Timestamp.Should().BeCloseTo(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
        (await service.Rows()).Single().ETag.Should().Be(read.ETag);
    }

    [Theory, Each]
    public async Task sets_its_timestamp_itself(Kind kind)
    {
        Service service = await Service.Start(kind);
        _ = await service.Add(new TableEntity("p", "r") { Timestamp = DateTimeOffset.UnixEpoch, ETag = new("W/\"mine\"") });
        TableEntity read = await service.Read("p", "r");
        read.Timestamp.Should().BeAfter(DateTimeOffset.UnixEpoch.AddYears(50));
        read.ETag.ToString().Should().NotContain("mine");
    }

    [Theory, Each]
    public async Task can_be_read_in_part(Kind kind)
    {
        Service service = await Service.Start(kind);
        _ = await service.Add(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2L });
        TableEntity part = (await service.Table.GetEntityAsync<TableEntity>("p", "r", ["B", "RowKey", "Missing"], Cancel)).Value;
        part.GetInt64("B").Should().Be(2);
        part.RowKey.Should().Be("r");
        part.ETag.Should().NotBe(default(ETag));
        part.GetString("Missing").Should().BeNull();
        part.Should().NotContainKey("A").And.NotContainKey("PartitionKey").And.NotContainKey("Timestamp");
    }

    [Theory, Each]
    public async Task that_is_not_there_is_not_found(Kind kind)
    {
        Service service = await Service.Start(kind);
        (await Service.Answer(() => (Task)service.Table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancel)))
            .Should().Be("404 ResourceNotFound");
        (await service.Table.GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Cancel)).HasValue.Should().BeFalse();
        _ = await service.Add(new TableEntity("p", "r"));
        (await service.Table.GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Cancel)).HasValue.Should().BeTrue();
    }

    [Theory]
    [Each("plain"), Each("with space"), Each("100%"), Each("it's"), Each("''"), Each("\"q\""), Each("a=b&c+d,e;f@g!h$i(j)k*l")]
    [Each("Пункт"), Each("议定"), Each("😀"), Each("item|a~b.c_d-e"), Each("')")]
    public async Task takes_keys_such_as(Kind kind, string key)
    {
        Service service = await Service.Start(kind);
        (await service.Add(new TableEntity(key, key) { ["N"] = 1 })).Should().Be("done");
        TableEntity change = new(key, key) { ["M"] = 2 };
        (await Service.Answer(() => service.Table.UpdateEntityAsync(change, ETag.All, TableUpdateMode.Merge, Cancel))).Should().Be("done");
        TableEntity read = await service.Read(key, key);
        (read.PartitionKey, read.RowKey, read.GetInt32("N"), read.GetInt32("M")).Should().Be((key, key, 1, 2));
        (await service.Rows($"PartitionKey eq '{key.Replace("'", "''")}'")).Should().ContainSingle();
        (await service.Batch(new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(key, key))))
            .Should().Be("done");
        (await Service.Answer(() => service.Table.DeleteEntityAsync(key, key, ETag.All, Cancel))).Should().Be("done");
        (await service.Rows()).Should().BeEmpty();
    }

    /// <summary>In a batch the emulator writes another row.</summary>
    [Theory, Each]
    public async Task takes_a_key_that_looks_like_an_address(Kind kind)
    {
        Service service = await Service.Start(kind);
        (await service.Batch(new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity("p", "',RowKey='"))))
            .Should().Be("done");
        (await service.Find("PartitionKey eq 'p'")).Should().Be(kind.Says(azure: "p/',RowKey='", azurite: ""));
    }

    /// <summary>An empty key is a key.</summary>
    [Theory, Each]
    public async Task takes_an_empty_key(Kind kind)
    {
        Service service = await Service.Start(kind);
        (await service.Add(new TableEntity("", "") { ["N"] = 1 })).Should().Be("done");
        (await service.Read("", "")).GetInt32("N").Should().Be(1);
        (await service.Batch(new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity("", ""))))
            .Should().Be("done");
    }

    /// <summary>Azure compares keys letter by letter: neither case nor a composed accent is folded.</summary>
    [Theory]
    [Each("a", "A"), Each("é", "e\u0301"), Each("ß", "ss")]
    public async Task is_another_one_under_another_key(Kind kind, string one, string other)
    {
        Service service = await Service.Start(kind);
        (await service.Add(new TableEntity("p", one))).Should().Be("done");
        (await service.Add(new TableEntity("p", other))).Should().Be("done");
        (await service.Read("p", one)).RowKey.Should().Be(one);
    }
}
