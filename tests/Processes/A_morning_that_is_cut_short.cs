using System.Globalization;
using System.Text.Json.Nodes;
using FollowUp.Processes.Rig;
using FollowUp.Tests;

namespace FollowUp.Processes;

/// <summary>
/// Everybody's one notice is due at one moment, and the host over the file is killed in the middle of them; started again, it goes
/// on. <c>FOLLOWUP_FIRINGS=…</c> says how many there are.
/// </summary>
[Collection(Alone.Name)]
public sealed class A_morning_that_is_cut_short
{
    private static readonly Pace Usual = new(20);

    /// <summary>How many one agreement and one call can take.</summary>
    private const int ItemsInACall = 250;

    /// <summary>What the product promises: longer than this nobody waits for it to go on.</summary>
    private static readonly TimeSpan GoingAgainMax = TimeSpan.FromSeconds(5);

    [Fact]
    public void is_gone_on_with_within_seconds_and_tells_everybody_once() =>
        Seeds.Each(1, random => Morning(random, Places.Times("FOLLOWUP_FIRINGS", 300), Usual, GoingAgainMax).GetAwaiter().GetResult());

    /// <summary>How soon depends on what else the machine does, and is not said here.</summary>
    [Fact]
    public void is_gone_on_with_beside_a_load_and_tells_everybody_once()
    {
        using Load load = new();
        Seeds.Each(1, random => Morning(random, firings: 100, Usual.BesideALoad, TimeSpan.MaxValue).GetAwaiter().GetResult());
    }

    private static async Task Morning(Random random, int firings, Pace pace, TimeSpan goingAgainMax)
    {
        using CancellationTokenSource tooLong = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        tooLong.CancelAfter(pace.Wait(TimeSpan.FromSeconds(60 + (firings / 20))));
        CancellationToken cancel = tooLong.Token;
        string store = Path.Combine(Places.Folder(), "followup.db");
        await using PostOffice post = new();
        int port = Places.Port();
        using Callers callers = new(new($"http://127.0.0.1:{port}"), random, firings);
        using (Host registering = Begin(day: 0))
        {
            await registering.Ready;
            await Register(callers, firings, cancel);
            await registering.Stop(cancel);
        }

        using Host killed = Begin(day: 10);
        int before = random.Next(firings / 4, firings * 3 / 4);
        await post.Takes(before, cancel);
        await killed.Kill();
        int sent = post.Count;

        // A second later by its own clock: what was due is due, and nothing else has become so.
        using Host again = Host.Start(store, port, post);
        await post.Takes(sent + 1, cancel);
        TimeSpan going = again.Age;
        await again.Ready;
        Reckoning end = await Reckoning.AtRest(callers.Http, cancel);
        TimeSpan whole = again.Age;

        end.Ledger.Count(rung => rung is { Name: "tenth", State: "sent" }).Should().Be(firings, "none is lost");
        end.Ledger.Should().HaveCount(firings, "nothing else was to be said");
        end.Journal.Count(entry => entry.Event == "notice").Should().Be(firings, "none was sent twice");
        int twice = end.ArrivedOnce(post);
        going.Should().BeLessThan(goingAgainMax);
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
                $"SQLite, killed after {sent} of {firings} firings: 0 lost, 0 twice; going again after {going.TotalSeconds:F1} s, all out "
                    + $"after {whole.TotalSeconds:F1} s; {twice} letters came again with their Message-ID, killed before they were "
                    + $"marked."));

        Host Begin(int day)
        {
            post.Clock = Clock.Showing(Papers.Signed.AddDays(day).AddSeconds(-40), pace.Speed);
            return Host.Start(store, port, post);
        }
    }

    private static async Task Register(Callers callers, int firings, CancellationToken cancel)
    {
        JsonObject register = Papers.Register(0, Papers.Once());
        await callers.Begin(register, cancel);
        for (int from = 0; from < firings; from += ItemsInACall)
        {
            List<int> some = [.. Enumerable.Range(from, Math.Min(ItemsInACall, firings - from))];
            await callers.Begin(
                new JsonObject { ["people"] = new JsonArray([.. some.Select(n => Papers.Person(Papers.Owner(n)))]) }, cancel);
            await callers.Begin(
                new JsonObject
                {
                    ["agreements"] = new JsonArray(
                    Papers.Agreement($"minutes-{from}", some.Select(n => Papers.Item($"item-{n}", Papers.Owner(n)))))
                }, cancel);
        }
    }
}
