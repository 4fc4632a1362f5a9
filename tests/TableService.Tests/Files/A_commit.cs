using System.Collections.Concurrent;
using Azure.Data.Tables;
using FollowUp.Tables;
using FollowUp.Tables.Sqlite;
using FollowUp.TableService.Tests.Rig;

namespace FollowUp.TableService.Tests.Files;

/// <summary>Many share one: what each hears is as if it had one of its own.</summary>
public sealed class A_commit
{
    private const int Callers = 64;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_shared_by_those_who_wait_at_the_same_time()
    {
        using SqliteStore store = new(StoreFiles.New(), TimeProvider.System);
        ConcurrentDictionary<int, int> commits = [];
        TaskCompletionSource began = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using ManualResetEventSlim gate = new();
        ValueTask<int> first = store.Write(
            _ =>
            {
                began.SetResult();
                gate.Wait(Cancel);
                return 0;
            },
            Cancel);

        // Before that, some of the others might get into its commit.
        await began.Task.WaitAsync(Cancel);
        ValueTask<int>[] others =
        [
            .. Enumerable.Range(0, Callers).Select(n => store.Write(
                rows =>
                {
                    rows.Create($"Table{n}");
                    return store.Read(seen => seen.Tables.From("").Count());
                },
                Cancel)),
        ];
        others.Should().OnlyContain(other => !other.IsCompleted, "nobody is held up who only asks");
        gate.Set();
        _ = await first;
        foreach (ValueTask<int> other in others)
        {
            _ = commits.AddOrUpdate(await other, 1, (_, sharing) => sharing + 1);
        }

        commits.Should().ContainKey(0).WhoseValue
            .Should().Be(Callers, "each saw from elsewhere what was there before the commit that all of them share");
        store.Read(seen => seen.Tables.From("").Count()).Should().Be(Callers);
    }

    [Fact]
    public async Task of_one_who_is_refused_keeps_the_others()
    {
        using SqliteTables tables = StoreFiles.Tables();
        Service service = Service.Over(tables);
        _ = await service.Table.CreateAsync(Cancel);
        _ = await service.Add(new TableEntity("p", "taken"));
        string[] answers = await Task.WhenAll(Enumerable.Range(0, Callers)
            .Select(n => new TableEntity("p", n % 2 == 0 ? "taken" : $"{n}"))
            .Select(row => Task.Run(() => service.Add(row))));
        answers.Select((answer, n) => (answer, n))
            .Should().OnlyContain(one => one.answer == (one.n % 2 == 0 ? "409 EntityAlreadyExists" : "done"));
        (await service.Rows()).Should().HaveCount(1 + (Callers / 2));
    }

    /// <summary>A fault of one's own is one's own, even where it had begun to write.</summary>
    [Fact]
    public async Task of_one_who_fails_keeps_the_others_and_nothing_of_his()
    {
        using SqliteStore store = new(StoreFiles.New(), TimeProvider.System);
        using ManualResetEventSlim gate = new();
        ValueTask<int> first = store.Write(_ => { gate.Wait(Cancel); return 0; }, Cancel);
        ValueTask<int> good = store.Write(rows => { rows.Create("Good"); return 0; }, Cancel);
        ValueTask<int> bad = store.Write<int>(rows => { rows.Create("Bad"); throw new InvalidOperationException("his own"); }, Cancel);
        ValueTask<int> alsoGood = store.Write(rows => { rows.Create("AlsoGood"); return 0; }, Cancel);
        gate.Set();
        _ = (await first, await good, await alsoGood);
        (await Assert.ThrowsAsync<InvalidOperationException>(bad.AsTask)).Message.Should().Be("his own");
        store.Read(seen => string.Join(' ', seen.Tables.From("").Select(table => table.Name))).Should().Be("AlsoGood Good");
    }

    [Fact]
    public async Task is_not_made_for_one_who_gave_up_while_waiting()
    {
        using SqliteStore store = new(StoreFiles.New(), TimeProvider.System);
        using ManualResetEventSlim gate = new();
        using CancellationTokenSource givenUp = new();
        ValueTask<int> first = store.Write(_ => { gate.Wait(Cancel); return 0; }, Cancel);
        ValueTask<int> second = store.Write(rows => { rows.Create("Second"); return 0; }, givenUp.Token);
        await givenUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(second.AsTask);
        gate.Set();
        _ = await first;
        _ = await store.Write(_ => 0, Cancel);
        store.Read(seen => seen.Tables.Find("Second")).Should().BeNull();
    }

    [Fact]
    public async Task that_was_asked_for_is_made_before_the_file_is_closed()
    {
        string file = StoreFiles.New();
        ValueTask<int>[] asked;
        using (SqliteStore store = new(file, TimeProvider.System))
        {
            asked = [.. Enumerable.Range(0, Callers).Select(n => store.Write(rows => { rows.Create($"Table{n}"); return n; }, Cancel))];
        }

        (await Task.WhenAll(asked.Select(one => one.AsTask()))).Should().HaveCount(Callers);
        using SqliteStore again = new(file, TimeProvider.System);
        again.Read(seen => seen.Tables.From("").Count()).Should().Be(Callers);
    }
}
