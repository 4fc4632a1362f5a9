using FollowUp.Processes.Rig;
using FollowUp.Tests;

namespace FollowUp.Processes;

/// <summary>
/// The app in a process of its own, killed at random moments, a day of items each: while people register and move items, while the
/// day's notices are decided on, while letters go out. <c>FOLLOWUP_KILLS=…</c> says how often in each store.
/// </summary>
public sealed class A_host_that_is_killed
{
    private const int Owners = 8;

    private const int KillsInAStore = 4;

    /// <summary>
    /// A minute takes a second: what is decided in it goes out in the next, and the lease of who was killed ends in half of one.
    /// </summary>
    private static readonly Pace Usual = new(60);

    /// <summary>More lives than the items have days.</summary>
    private const int KillsInAStoreMax = Papers.Days - 10;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public void loses_and_repeats_nothing_in_a_file() => Each((random, kills) => InAFile(random, kills, Usual));

    [Fact]
    public void loses_and_repeats_nothing_over_a_table_service_that_lives_on() =>
        Each((random, kills) => OverATableService(random, kills, Usual));

    private static void Each(Func<Random, int, Task> lives)
    {
        int kills = Places.Times("FOLLOWUP_KILLS", KillsInAStore);
        Seeds.Each((kills + KillsInAStoreMax - 1) / KillsInAStoreMax,
            random => lives(random, Math.Min(kills, KillsInAStoreMax)).GetAwaiter().GetResult());
    }

    private static Task InAFile(Random random, int kills, Pace pace) =>
        Lives("SQLite", Path.Combine(Places.Folder(), "followup.db"), random, kills, pace);

    private static async Task OverATableService(Random random, int kills, Pace pace)
    {
        using Azurite azurite = new();
        await azurite.Start(TestContext.Current.CancellationToken);
        await Lives("Azurite", azurite.Connection, random, kills, pace);
    }

    private static async Task Lives(string name, string store, Random random, int kills, Pace pace)
    {
        using CancellationTokenSource tooLong = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using PostOffice post = new();
        int port = Places.Port();
        using Callers callers = new(new($"http://127.0.0.1:{port}"), random, Owners);
        for (int life = 0; life < kills; life++)
        {
            tooLong.CancelAfter(pace.Wait(Patience));
            using Host host = Begin(life);
            await Live(host, callers, post, random, isFirst: life == 0, pace, tooLong.Token);
            await host.Kill();
        }

        tooLong.CancelAfter(pace.Wait(Patience));
        using Host last = Begin(kills);
        await last.Ready;
        await callers.Insist(tooLong.Token);
        Reckoning end = await Reckoning.AtRest(callers.Http, tooLong.Token);
        end.AreKept(callers.Acknowledged);
        end.AreDecidedOnce(post.Clock.Now);
        int again = end.ArrivedOnce(post);
        await Remains.AreAtRest(store, tooLong.Token);
        await last.Stop(tooLong.Token);
        Console.WriteLine(
            $"{name}: {kills} kills of the host, {callers.Acknowledged.Count} answers and {end.Ledger.Count} rungs, 0 lost, 0 twice; "
                + $"{post.Count} letters, of which {again} came again with their Message-ID, killed before they were marked.");

        Host Begin(int life)
        {
            post.Clock = Clock.Showing(Papers.Signed.AddDays(life).AddSeconds(20), pace.Speed);
            return Host.Start(store, port, post);
        }
    }

    /// <summary>Until the moment comes: the n-th answer, the n-th letter, or somewhere while it starts; and a little later.</summary>
    private static async Task Live(
        Host host, Callers callers, PostOffice post, Random random, bool isFirst, Pace pace, CancellationToken cancel)
    {
        const int calls = 6;
        (double what, int answers, int letters, int milliseconds) =
            (random.NextDouble(), random.Next(1, calls), random.Next(1, 12), random.Next(30));
        if (what < 0.1 && !isFirst)
        {
            await Spin(milliseconds * 20, cancel);
            return;
        }

        int before = post.Count;
        await host.Ready;
        if (isFirst)
        {
            await callers.Begin(Papers.Register(Owners), cancel);
        }

        Task calling = Task.WhenAll(callers.Call(calls / 2, cancel), callers.Call(calls / 2, cancel));
        if (what < 0.4)
        {
            await callers.Answered(answers, cancel);
        }
        else
        {
            // A morning may bring fewer letters than that: then it dies with all of them out.
            await Task.WhenAny(
                post.Takes(before + letters, cancel), Task.Delay(pace.Wait(TimeSpan.FromSeconds(2.5)), TimeProvider.System, cancel));
        }

        await Spin(milliseconds, cancel);
    }

    /// <summary>Tests of other classes do not run meanwhile: the load would be theirs, too.</summary>
    [Collection(Alone.Name)]
    public sealed class Beside_a_load
    {
        private const int Kills = 2;

        [Fact]
        public void loses_and_repeats_nothing_in_a_file() => Each(random => InAFile(random, Kills, Usual.BesideALoad));

        [Fact]
        public void loses_and_repeats_nothing_over_a_table_service_that_lives_on() =>
            Each(random => OverATableService(random, Kills, Usual.BesideALoad));

        private static void Each(Func<Random, Task> lives)
        {
            using Load load = new();
            Seeds.Each(1, random => lives(random).GetAwaiter().GetResult());
        }
    }

    private static Task Spin(int milliseconds, CancellationToken cancel) =>
        Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System, cancel);
}
