using FollowUp.Processes.Rig;
using FollowUp.Tests;

namespace FollowUp.Processes;

/// <summary>
/// Azurite is ended as Ctrl+C ends it, so that it keeps what it has, and started again, while people call. (Killed with -9 it loses
/// what it acknowledged in its last five seconds: it is there for development. The file of <c>--store sqlite</c> is not like that.)
/// </summary>
public sealed class A_table_service_that_is_restarted
{
    private const int Owners = 8;
    private const int Restarts = 2;
    private static readonly Pace Usual = new(20);

    [Fact]
    public void loses_nothing_and_refuses_nobody_for_good() => Seeds.Each(1, random => Run(random, Usual).GetAwaiter().GetResult());

    /// <summary>Tests of other classes do not run meanwhile: the load would be theirs, too.</summary>
    [Collection(Alone.Name)]
    public sealed class Beside_a_load
    {
        [Fact]
        public void loses_nothing_and_refuses_nobody_for_good()
        {
            using Load load = new();
            Seeds.Each(1, random => Run(random, Usual.BesideALoad).GetAwaiter().GetResult());
        }
    }

    private static async Task Run(Random random, Pace pace)
    {
        using CancellationTokenSource tooLong = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        tooLong.CancelAfter(pace.Wait(TimeSpan.FromSeconds(90)));
        CancellationToken cancel = tooLong.Token;
        using Azurite azurite = new(Places.Folder());
        await azurite.Start(cancel);
        await using PostOffice post = new() { Clock = Clock.Showing(Papers.Signed.AddSeconds(20), pace.Speed) };
        int port = Places.Port();
        using Host host = Host.Start(azurite.Connection, port, post);
        await host.Ready;
        using Callers callers = new(new($"http://127.0.0.1:{port}"), random, Owners);
        await callers.Begin(Papers.Register(Owners), cancel);
        for (int restart = 0; restart < Restarts; restart++)
        {
            Task calling = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => callers.Call(6, cancel)));
            await callers.Answered(random.Next(1, 8), cancel);
            await azurite.Stop(cancel);
            await azurite.Start(cancel);
            await calling;
        }

        await callers.Insist(cancel);
        Reckoning end = await Reckoning.AtRest(callers.Http, cancel);
        end.AreKept(callers.Acknowledged);
        int again = end.ArrivedOnce(post);
        await Remains.AreAtRest(azurite.Connection, cancel);
        await host.Stop(cancel);
        Console.WriteLine(
            $"{Restarts} restarts of Azurite under load, {callers.Acknowledged.Count} answers, {callers.Refusals} times 503, "
                + $"{end.Ledger.Count} rungs, 0 lost, 0 twice; {post.Count} letters, {again} again.");
    }
}
