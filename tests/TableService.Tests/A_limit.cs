using Azure;
using Azure.Data.Tables;
using FollowUp.TableService.Tests.Rig;

namespace FollowUp.TableService.Tests;

/// <summary>Law 20: everything has a limit, and these are Azure's. Each is met exactly, and then passed by one.</summary>
public sealed class A_limit
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [Each(252, "done", "done")]
    [Each(253, "400 TooManyProperties", "done")]
    public async Task of_properties_is_252(Kind kind, int properties, string azure, string azurite)
    {
        Service service = await Service.Start(kind);
        (await service.Add(TableRows.Of("p", "r", properties, characters: 1))).Should().Be(kind.Says(azure, azurite));
    }

    [Theory, Each]
    public async Task of_properties_counts_after_a_merge(Kind kind)
    {
        Service service = await Service.Start(kind);
        _ = await service.Add(TableRows.Of("p", "r", properties: 252, characters: 1));
        (await Merge(service, new TableEntity("p", "r") { ["P000"] = 2 })).Should().Be("done");
        (await Merge(service, new TableEntity("p", "r") { ["Q"] = 2 }))
            .Should().Be(kind.Says(azure: "400 TooManyProperties", azurite: "done"));
    }

    [Theory]
    [Each(32_768, "done")]
    [Each(32_769, "400 PropertyValueTooLarge")]
    public async Task of_a_text_is_32_Ki_characters(Kind kind, int characters, string answer)
    {
        Service service = await Service.Start(kind);
        (await service.Add(new TableEntity("p", "ascii") { ["Text"] = new string('x', characters) })).Should().Be(answer);
        (await service.Add(new TableEntity("p", "cjk") { ["Text"] = new string('议', characters) })).Should().Be(answer);
    }

    [Theory]
    [Each(65_536, "done")]
    [Each(65_537, "400 PropertyValueTooLarge")]
    public async Task of_bytes_is_64_KiB(Kind kind, int bytes, string answer)
    {
        Service service = await Service.Start(kind);
        (await service.Add(new TableEntity("p", "r") { ["Bytes"] = new byte[bytes] })).Should().Be(answer);
    }

    /// <summary>As documented: 4 + 2 × (keys) + for each property 8 + 2 × (name) + 4 + 2 × (text).</summary>
    [Theory]
    [Each(0, "done", "done")]
    [Each(1, "400 EntityTooLarge", "done")]
    public async Task of_a_row_is_1_MiB(Kind kind, int over, string azure, string azurite)
    {
        Service service = await Service.Start(kind);
        int left = (1024 * 1024) - 4 - (2 * "pr".Length) - (17 * (8 + (2 * "P000".Length) + 4)) - (16 * 2 * 32_000);
        TableEntity row = TableRows.Of("p", "r", properties: 16, characters: 32_000);
        row["P016"] = new string('x', (left / 2) + over);
        (await service.Add(row)).Should().Be(kind.Says(azure, azurite));
    }

    [Theory, Each]
    public async Task of_a_row_counts_after_a_merge(Kind kind)
    {
        Service service = await Service.Start(kind);
        _ = await service.Add(TableRows.Of("p", "r", properties: 16, characters: 32_000));
        (await Merge(service, new TableEntity("p", "r") { ["More"] = new string('x', 16_000) }))
            .Should().Be(kind.Says(azure: "400 EntityTooLarge", azurite: "done"));
    }

    [Theory, Each]
    public async Task of_a_request_is_4_MiB(Kind kind)
    {
        Service service = await Service.Start(kind);
        (await service.Add(TableRows.Of("p", "r", properties: 200, characters: 25_000))).Should().Be("413 RequestBodyTooLarge");
    }

    [Theory]
    [Each(512, "done", "done")]
    [Each(513, "400 KeyValueTooLarge", "400 InvalidInput")]
    public async Task of_a_key_is_512_characters(Kind kind, int characters, string azure, string azurite)
    {
        Service service = await Service.Start(kind);
        (await service.Add(new TableEntity("p", new string('k', characters)))).Should().Be(kind.Says(azure, azurite));
        (await service.Add(new TableEntity(new string('k', characters), "r"))).Should().Be(kind.Says(azure, azurite));
    }

    [Theory]
    [Each("/"), Each("\\"), Each("#"), Each("?"), Each("\t"), Each("\n"), Each("\u007f"), Each("\u0085"), Each("\u009f")]
    public async Task of_keys_are_characters_such_as(Kind kind, string character)
    {
        Service service = await Service.Start(kind);
        string key = $"a{character}b";
        (await service.Add(new TableEntity(key, "r"))).Should().Be(kind.Says(azure: "400 OutOfRangeInput", azurite: "400 InvalidInput"));
        (await service.Add(new TableEntity("p", key))).Should().Be(kind.Says(azure: "400 OutOfRangeInput", azurite: "400 InvalidInput"));
        (await service.Rows()).Should().BeEmpty();
    }

    /// <summary>The emulator answers some such questions with a 500, which the client asks four times.</summary>
    [Theory]
    [Each("/"), Each("\\"), Each("#"), Each("?")]
    public async Task of_keys_holds_for_reading_too(Kind kind, string character)
    {
        Service service = await Service.Start(kind);
        string answer = await Service.Answer(() =>
            (Task)service.Table.GetEntityAsync<TableEntity>("p", $"a{character}b", cancellationToken: Cancel));
        answer.Should().Be(kind.Says(azure: "400 OutOfRangeInput", azurite: character == "/" ? "500" : "404 ResourceNotFound"));
    }

    [Theory]
    [Each("a-b", "400 PropertyNameInvalid", "done")]
    [Each("1a", "400 PropertyNameInvalid", "done")]
    [Each("a b", "400 PropertyNameInvalid", "done")]
    [Each("Пункт_6", "done", "done")]
    public async Task of_names_is_what_an_identifier_can_be(Kind kind, string name, string azure, string azurite)
    {
        Service service = await Service.Start(kind);
        (await service.Add(new TableEntity("p", "r") { [name] = 1 })).Should().Be(kind.Says(azure, azurite));
    }

    [Theory]
    [Each(255, "done", "done")]
    [Each(256, "400 PropertyNameTooLong", "done")]
    public async Task of_names_is_255_characters(Kind kind, int characters, string azure, string azurite)
    {
        Service service = await Service.Start(kind);
        (await service.Add(new TableEntity("p", "r") { [new string('n', characters)] = 1 })).Should().Be(kind.Says(azure, azurite));
    }

    [Theory]
    [Each("1601-01-01T00:00:00Z", "done", "done")]
    [Each("1600-12-31T23:59:59Z", "400 OutOfRangeInput", "done")]
    [Each("0001-01-01T00:00:00Z", "400 OutOfRangeInput", "done")]
    public async Task of_moments_is_the_year_1601(Kind kind, string moment, string azure, string azurite)
    {
        Service service = await Service.Start(kind);
        (await service.Add(new TableEntity("p", "r") { ["When"] = DateTimeOffset.Parse(moment) })).Should().Be(kind.Says(azure, azurite));
    }

    private static Task<string> Merge(Service service, TableEntity row) =>
        Service.Answer(() => service.Table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, Cancel));
}
