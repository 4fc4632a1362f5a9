using Azure.Data.Tables;
using FollowUp.Storage;
using FollowUp.Storage.Moving;
using FollowUp.Tables;
using FollowUp.Tests.Rig;
using FollowUp.Tests.Storage.Rig;
using FollowUp.Values;
using Microsoft.Extensions.Configuration;
using AzuriteProcess = FollowUp.Tests.Rig.Azurite;

namespace FollowUp.Tests.Storage.Moving;

/// <summary>
/// What a move takes along, what it refuses, and that one that was cut short is finished by the same call. Tests <see cref="StoreMove"/>,
/// <see cref="StoreEnd"/>, <see cref="MoveChecks"/>, <see cref="CarriedRows"/>, <see cref="RowDifferences"/>, <see cref="RowBatches"/>,
/// <see cref="MoveMark"/> and <see cref="MovedStorePolicy"/>.
/// </summary>
public sealed class A_move
{
    private readonly Dump one = InMemory(), other = InMemory();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task takes_every_row_as_it_is()
    {
        await Fill(one);

        MoveReport report = await Ends.Move(Ends.Of(one), Ends.Of(other));

        report.Rows.Should().Be(270);
        (await other.Content()).Should().Equal(await one.Content());
    }

    [Fact]
    public async Task takes_files_to_where_files_lie_there()
    {
        await using AzuriteProcess azurite = await AzuriteProcess.Start("blob");
        IConfiguration account = new ConfigurationBuilder()
            .AddInMemoryCollection([new(TableClients.ConnectionSetting, azurite.NewAccount())]).Build();
        StoreEnd from = Ends.Of(one, "one"), to = Ends.Of(other, "other") with { Files = BlobFileStore.Open(account)! };
        byte[] large = [.. Enumerable.Range(0, 600_000).Select(n => (byte)(n * 7))];
        foreach (byte[] content in new[] { [1, 2, 3], large })
        {
            await from.Files.Write(new("talks", "protocol", Fingerprints.HashOfBytes(content)), content, Cancel);
        }

        await from.Files.Write(new("talks", "protocol", "00ff"), new byte[] { 9 }, Cancel);

        MoveReport report = await Ends.Move(from, to);

        report.Files.Should().Be(3);
        report.DamagedFiles.Should().Equal(new FileKey("talks", "protocol", "00ff"));
        (await to.Files.Read(new("talks", "protocol", Fingerprints.HashOfBytes(large)), Cancel)).Should().Equal(large);
        (await to.Files.Keys(Cancel)).Should().BeEquivalentTo(await from.Files.Keys(Cancel));
        StoreEnd back = Ends.Of(InMemory(), "back");
        (await Ends.Move(to, back)).Files.Should().Be(3);
        (await back.Files.Read(new("talks", "protocol", Fingerprints.HashOfBytes(large)), Cancel)).Should().Equal(large);
    }

    [Fact]
    public async Task leaves_a_store_behind_into_which_nobody_writes()
    {
        await Fill(one);
        _ = await Ends.Move(Ends.Of(one, "here"), Ends.Of(other, "there"));

        Func<Task> write = () => Pulse(Ends.Opened(one));
        (await write.Should().ThrowAsync<StoreUnavailableException>())
            .WithMessage("What this store had was moved to there (*); start FollowUp there.");
        await Pulse(Ends.Opened(other));
        (await Refused(() => Ends.Move(Ends.Of(one, "here"), Ends.Of(InMemory(), "elsewhere"))))
            .Should().StartWith("What here had was moved to there (");
        (await Refused(() => Ends.Move(Ends.Of(other, "there"), Ends.Of(one, "here")))).Should().EndWith("Name an empty place.");
    }

    /// <summary>Whatever the last request was that got through.</summary>
    [Fact]
    public async Task that_was_cut_short_is_finished_by_the_same_call()
    {
        await Fill(one, entries: 101, people: 1);
        int cut = 0;
        for (bool isWhole = false; !isWhole; cut++)
        {
            Dump target = InMemory();
            Dump source = new(one.Connection, ((InMemoryTables)one.Store!).Copy(TimeProvider.System));
            Wire wire = new(target.Store);
            int left = cut;
            wire.Before = what => left = left == 0 ? throw new WireCutException() : left - 1;
            isWhole = await Ends.Move(Ends.Of(source, "from"), Ends.Of(new(target.Connection, wire), "to"))
                .ContinueWith(move => move.IsCompletedSuccessfully, TaskScheduler.Default);
            if (!isWhole)
            {
                await RowThatIsGone(target);
                _ = await Ends.Move(Ends.Of(source, "from"), Ends.Of(target, "to"));
            }

            (await target.Content()).Should().Equal(await one.Content(), "it was cut at request {0}", cut);
            await Pulse(Ends.Opened(target));
        }

        cut.Should().BeGreaterThan(20);
    }

    [Fact]
    public async Task half_done_is_nobodys_to_write_into()
    {
        await Ends.Of(other).Tables.Create(Cancel);
        await new MoveMark(IsGone: false, "elsewhere", default).Write(other.Table("Calendars"), Cancel);

        Func<Task> write = () => Pulse(Ends.Opened(other));
        (await write.Should().ThrowAsync<StoreUnavailableException>())
            .WithMessage("This store is half of a move from elsewhere; finish that by the same ./start move.");
        (await Refused(() => Ends.Move(Ends.Of(one, "one"), Ends.Of(other, "other"))))
            .Should().Be("other is half of a move from elsewhere. Finish that one, or name an empty place.");
        (await Refused(() => Ends.Move(Ends.Of(other, "other"), Ends.Of(one, "one"))))
            .Should().StartWith("other is half of a move from elsewhere: finish that one first");
    }

    [Fact]
    public async Task goes_nowhere_but_into_an_empty_store()
    {
        await Fill(one);
        await Fill(other);

        (await Refused(() => Ends.Move(Ends.Of(one, "one"), Ends.Of(other, "other"))))
            .Should().Be("There is a store in other already, and a move goes into an empty one. Name another place.");
        (await Refused(() => Ends.Move(Ends.Of(one, "one"), Ends.Of(one, "one")))).Should().StartWith("one is where it is already");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task waits_until_no_host_runs_at_either_end(bool isAtSource)
    {
        await Ends.Of(one).Tables.Create(Cancel);
        await Ends.Of(other).Tables.Create(Cancel);
        await Pulse(Ends.Opened(isAtSource ? one : other));

        (await Refused(() => Ends.Move(Ends.Of(one, "one"), Ends.Of(other, "other"), TimeSpan.FromMinutes(2)))).Should().StartWith(
            $"A FollowUp runs over {(isAtSource ? "one" : "other")}: it wrote its word of each minute 1");
        _ = await Ends.Move(Ends.Of(one, "one"), Ends.Of(other, "other"), TimeSpan.FromMinutes(4));
    }

    private static Dump InMemory() => new(InMemoryTables.ConnectionString, new InMemoryTables(TimeProvider.System));

    private static async Task<string> Refused(Func<Task> move) => (await Assert.ThrowsAsync<MoveRefusedException>(move)).Message;

    /// <summary>More rows than a transaction takes, of every kind of value, and such as a transaction takes few of.</summary>
    private static async Task Fill(Dump tables, int entries = 250, int people = 20)
    {
        await Ends.Of(tables).Tables.Create(Cancel);
        foreach (int n in Enumerable.Range(0, entries))
        {
            await Add("Agreements", "talks", $"journal|{n:D10}", n);
        }

        foreach (int n in Enumerable.Range(0, people))
        {
            await Add("People", n == people - 1 ? "register" : "named", $"{n:D2}", new string('督', 32_000));
        }

        async Task Add(string table, string partition, string key, object value) => _ = await tables.Table(table).AddEntityAsync(
            new TableEntity(partition, key)
            {
                ["Text"] = value as string ?? "督办",
                ["Int"] = value as int? ?? 0,
                ["Long"] = long.MaxValue,
                ["Double"] = 0.5,
                ["Is"] = true,
                ["Bytes"] = new byte[] { 1, 2 },
                ["At"] = DateTimeOffset.UnixEpoch.AddTicks(1),
                ["None"] = null,
            }, Cancel);
    }

    /// <summary>What the source no longer has must not stay: a notice in the outbox would be sent again.</summary>
    private static async Task RowThatIsGone(Dump target)
    {
        if (await Ends.Of(target).Tables.FindMark(Cancel) is { IsGone: false })
        {
            _ = await target.Table("Postbag").AddEntityAsync(new TableEntity("202005110200|0", "law|talks|gone"), Cancel);
        }
    }

    /// <summary>A host writes one whenever it has swept.</summary>
    private static Task Pulse(TableClients tables) =>
        new PulseStore(tables).Write(new(TimeProvider.System.Now(), null, null), Cancel);
}
