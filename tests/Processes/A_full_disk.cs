using System.Net;
using FollowUp.Processes.Rig;

namespace FollowUp.Processes;

/// <summary>The disk under the store fills up while people call, and has room again later.</summary>
public sealed class A_full_disk
{
    private const int Owners = 8;
    private const double Speed = 20;

    /// <summary>Calls that are given up after a while each: the store's client tries again for a quarter of a minute.</summary>
    private const int CallsMax = 500;

    [Fact]
    public async Task under_the_file_refuses_in_good_order_and_loses_nothing()
    {
        using SmallDisk disk = new();
        string store = Path.Combine(disk.Folder, "followup.db");
        await Run(store, "SQLite", async (callers, cancel) =>
        {
            disk.Fill();

            // What lies ready in the file's journal is still written on: it takes some calls until there is no room.
            for (int calls = 0; callers.Refusals == 0; calls++)
            {
                calls.Should().BeLessThan(CallsMax, "a full disk takes no more");
                await callers.Call(1, cancel);
            }

            (await callers.Http.GetAsync("/api/health/ready", cancel)).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
            (await callers.Http.GetAsync("/api/health/live", cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
            _ = await Reckoning.Of(callers.Http, cancel);
            disk.Free();
        });
    }

    /// <summary>
    /// Azurite does not notice: it holds everything in memory, and writes all of it every five seconds if it can. So it goes on, and
    /// what it took is in its file as soon as there is room; killed before, it has lost that.
    /// </summary>
    [Fact]
    public async Task under_Azurite_stops_nobody_and_is_caught_up_with()
    {
        using SmallDisk disk = new();
        using Azurite azurite = new(disk.Folder);
        await azurite.Start(TestContext.Current.CancellationToken);
        await Run(azurite.Connection, "Azurite", async (callers, cancel) =>
        {
            disk.Fill();
            await callers.Call(30, cancel);
            callers.Refusals.Should().Be(0);
            (await callers.Http.GetAsync("/api/health/ready", cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
            disk.Free();
            await azurite.Stop(cancel);
            await azurite.Start(cancel);
        });
    }

    private static async Task Run(string store, string name, Func<Callers, CancellationToken, Task> fillAndFree)
    {
        using CancellationTokenSource tooLong = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        tooLong.CancelAfter(TimeSpan.FromSeconds(90));
        CancellationToken cancel = tooLong.Token;
        await using PostOffice post = new() { Clock = Clock.Showing(Papers.Signed.AddSeconds(20), Speed) };
        int port = Places.Port();
        using Host host = Host.Start(store, port, post);
        await host.Ready;
        using Callers callers = new(new($"http://127.0.0.1:{port}"), new(1), Owners);
        await callers.Begin(Papers.Register(Owners), cancel);
        await callers.Call(20, cancel);
        await fillAndFree(callers, cancel);

        // What was refused is done now, and everything goes on.
        await callers.Insist(cancel);
        Reckoning end = await Reckoning.AtRest(callers.Http, cancel);
        end.AreKept(callers.Acknowledged);
        _ = end.ArrivedOnce(post);
        await Remains.AreAtRest(store, cancel);
        await host.Stop(cancel);
        Console.WriteLine(
            $"{name} on a full disk: {callers.Acknowledged.Count} answers, {callers.Refusals} times 503, 0 lost, 0 by half; {post.Count} "
                + $"letters.");
    }
}
