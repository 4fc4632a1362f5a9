using FollowUp.Processes.Rig;
using FollowUp.Tests;

namespace FollowUp.Processes;

/// <summary>
/// Two hosts at one store. The active one is stopped in the middle of its work, for longer than its lease lasts, and goes on
/// afterwards as if nothing had been: the machine slept, or was moved. <c>FOLLOWUP_STOPS=…</c> says how often.
/// </summary>
[Collection(Alone.Name)]
public sealed class A_host_that_is_stopped
{
    private const int Owners = 8;

    /// <summary>The lease, of thirty seconds, lasts for one and a half.</summary>
    private static readonly Pace Usual = new(20);

    /// <summary>By the hosts' clock: far longer than the lease.</summary>
    private static readonly TimeSpan Stop = TimeSpan.FromSeconds(70);

    [Fact]
    public void is_replaced_and_stands_by_when_it_wakes() =>
        Seeds.Each(1, random => Stops(random, Places.Times("FOLLOWUP_STOPS", 2), Usual).GetAwaiter().GetResult());

    [Fact]
    public void is_replaced_and_stands_by_when_it_wakes_beside_a_load()
    {
        using Load load = new();
        Seeds.Each(1, random => Stops(random, 1, Usual.BesideALoad).GetAwaiter().GetResult());
    }

    private static async Task Stops(Random random, int stops, Pace pace)
    {
        using CancellationTokenSource tooLong = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        tooLong.CancelAfter(pace.Wait(TimeSpan.FromSeconds(60 + (20 * stops))));
        CancellationToken cancel = tooLong.Token;
        using Azurite azurite = new();
        await azurite.Start(cancel);
        await using PostOffice post = new() { Clock = Clock.Showing(Papers.Signed.AddSeconds(20), pace.Speed) };
        (int Port, Host Host)[] hosts = [await Begin(), await Begin()];
        try
        {
            using Callers first = new(new($"http://127.0.0.1:{hosts[0].Port}"), random, Owners);
            using Callers second = new(new($"http://127.0.0.1:{hosts[1].Port}"), random, Owners) { Prefix = "others" };
            Callers[] callers = [first, second];
            await first.Begin(Papers.Register(Owners), cancel);
            int replaced = 0;
            for (int stop = 0; replaced < stops; stop++)
            {
                stop.Should().BeLessThan(stops * 3, "a host that sleeps for longer than its lease lasts is replaced");
                (Host active, int other) = (hosts[stop % 2].Host, (stop + 1) % 2);
                replaced += await Sleep(active, callers[stop % 2], callers[other], post, random, cancel) ? 1 : 0;
            }

            Reckoning end = await Reckoning.AtRest(first.Http, cancel);
            IReadOnlyCollection<Acknowledged> acknowledged = [.. first.Acknowledged, .. second.Acknowledged];
            end.AreKept(acknowledged);
            int again = end.ArrivedOnce(post);
            await Remains.AreAtRest(azurite.Connection, cancel);
            await Task.WhenAll(hosts.Select(host => host.Host.Stop(cancel)));
            Console.WriteLine(
                $"{stops} stops of the active host, {acknowledged.Count} answers and {end.Ledger.Count} rungs, 0 lost, 0 twice; "
                    + $"{post.Count} letters, of which {again} came again with their Message-ID, under way when their host was stopped.");
        }
        finally
        {
            Array.ForEach(hosts, host => host.Host.Dispose());
        }

        async Task<(int, Host)> Begin()
        {
            int port = Places.Port();
            Host host = Host.Start(azurite.Connection, port, post);
            await host.Ready;
            return (port, host);
        }
    }

    /// <returns>Whether it was the active one when it was stopped: on a busy machine the other may have become it before.</returns>
    private static async Task<bool> Sleep(Host active, Callers to, Callers others, PostOffice post, Random random, CancellationToken cancel)
    {
        // In the middle of calls, or of the letters that they lead to.
        int letters = post.Count + random.Next(1, 4);
        await to.RegisterAnother(cancel);
        Task calling = to.Call(5, cancel);
        await (random.Chance(0.3) ? to.Answered(random.Next(1, 5), cancel)
            : Task.WhenAny(post.Takes(letters, cancel), Passes(post.Clock, post.Clock.Now + Stop, cancel)));
        DateTimeOffset asleep = post.Clock.Now;
        int losses = active.Losses;
        active.Pause();
        int before = post.Count;

        // Whoever stood by takes the calls, and once the lease is over everything else.
        await others.RegisterAnother(cancel);
        await others.Call(5, cancel);
        await post.Takes(before + 1, cancel);
        await Passes(post.Clock, asleep + Stop, cancel);
        active.Continue();
        await Task.WhenAny(active.Loses(losses + 1, cancel), Passes(post.Clock, post.Clock.Now + Stop, cancel));
        await calling;
        return active.Losses > losses;
    }

    private static async Task Passes(Clock clock, DateTimeOffset until, CancellationToken cancel)
    {
        using PeriodicTimer look = new(TimeSpan.FromMilliseconds(20));
        while (clock.Now < until)
        {
            _ = await look.WaitForNextTickAsync(cancel);
        }
    }
}
