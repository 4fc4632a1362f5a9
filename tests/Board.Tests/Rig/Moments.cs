using System.Globalization;
using FollowUp.Start;

[assembly: AssemblyFixture(typeof(FollowUp.Board.Tests.Rig.Moments))]

namespace FollowUp.Board.Tests.Rig;

/// <summary>The moments at which the tests look. Each is lived up to once, when first asked for, and from then on only read.</summary>
public sealed class Moments : IAsyncLifetime
{
    private static readonly List<Lazy<Task<RunningApp>>> All = [];

    /// <summary>Nobody has registered anything.</summary>
    private static readonly Lazy<Task<RunningApp>> NothingYet = Once(() => RunningApp.Start(Day("2019-11-21T10:00:00+08:00")));

    private static readonly Lazy<Task<RunningApp>> SignedToday = Once(() => LivedUntil("2019-11-21T10:00:00+08:00"));
    private static readonly Lazy<Task<RunningApp>> ProtocolLate = Once(() => LivedUntil("2020-06-10T12:00:00+08:00"));
    private static readonly Lazy<Task<RunningApp>> ExtensionAsked = Once(() => LivedUntil("2020-06-22T16:00:00+08:00", "three-levels"));
    private static readonly Lazy<Task<RunningApp>> PortsWait = Once(() => LivedUntil("2020-07-08T12:00:00+08:00"));
    private static readonly Lazy<Task<RunningApp>> TwoClosed =
        Once(() => LivedUntil("2020-02-25T12:00:00+08:00", "operation-review", "visit-moscow"));
    private static readonly Lazy<Task<RunningApp>> WeekAway = Once(Outage.Live);
    private static readonly Lazy<Task<RunningApp>> NothingAsAgreed = Once(Detours.Live);

    public static Task<RunningApp> Empty => NothingYet.Value;

    /// <summary>The sample was signed this morning; nobody has signed for an item yet.</summary>
    public static Task<RunningApp> Registered => SignedToday.Value;

    /// <summary>The sample's protocol is twelve days late and the second level knows; two items are closed, one is near.</summary>
    public static Task<RunningApp> Late => ProtocolLate.Value;

    /// <summary>One item of the sample, whose owner asked for an extension this morning.</summary>
    public static Task<RunningApp> Asked => ExtensionAsked.Value;

    /// <summary>The sample's ports wait for the other side for a week now; one item was extended, another handed over.</summary>
    public static Task<RunningApp> Waiting => PortsWait.Value;

    /// <summary>The sample with two items only, both closed.</summary>
    public static Task<RunningApp> Over => TwoClosed.Value;

    /// <summary>FollowUp was away for a week; see <see cref="Outage"/>.</summary>
    public static Task<RunningApp> AfterAnOutage => WeekAway.Value;

    /// <summary>See <see cref="Detours"/>.</summary>
    public static Task<RunningApp> AfterDetours => NothingAsAgreed.Value;

    public static DateTimeOffset Day(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (Lazy<Task<RunningApp>> lived in All.Where(
            moment => moment is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
        {
            await (await lived.Value).DisposeAsync();
        }
    }

    private static Lazy<Task<RunningApp>> Once(Func<Task<RunningApp>> live)
    {
        // On a thread of its own: the test that asks first must not hold the others up.
        Lazy<Task<RunningApp>> moment = new(() => Task.Run(live));
        All.Add(moment);
        return moment;
    }

    private static async Task<RunningApp> LivedUntil(string moment, params string[] items)
    {
        IReadOnlyList<Act> script = Sample.Script(items);
        RunningApp app = await RunningApp.Start(script[0].At);
        await app.Live(script, Day(moment));
        return app;
    }
}
