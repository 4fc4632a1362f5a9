using Azure.Data.Tables;
using FollowUp.Simulation.Worlds;
using FollowUp.Tables;
using FollowUp.TableService;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.Sweeps.Rig;

/// <summary>
/// Where one run of a scenario takes place: one host at a time over tables in memory, a clock that is driven, a mailbox, and
/// the strikes that befall its requests. A host that is killed is replaced.
/// </summary>
public sealed partial class Stage : IAsyncDisposable
{
    private readonly Scenario scenario;
    private readonly FakeTimeProvider clock;
    private readonly Stragglers late = new();
    private House? house;

    private Stage(Scenario scenario, Scene scene)
    {
        (this.scenario, At) = (scenario, scene.At);
        clock = new(scene.At);
        Tables = scene.Tables.Copy(clock);
        Mailbox = new(clock, new());
        Rows = new(Wire.Connection,
            new TableClientOptions { Transport = Tables, Diagnostics = { IsLoggingEnabled = false, IsDistributedTracingEnabled = false } });
    }

    /// <summary>When the run began.</summary>
    public DateTimeOffset At { get; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public Mailbox Mailbox { get; }

    public Diary Diary { get; } = new();

    /// <summary>Past every host and every strike.</summary>
    public TableServiceClient Rows { get; }

    /// <summary>The host of this moment; a kill brings another one.</summary>
    public House House => house ?? throw new InvalidOperationException("The host is down.");

    private InMemoryTables Tables { get; }

    /// <summary>The place as every run finds it, with no host yet.</summary>
    public static Stage Of(Scenario scenario, Scene scene) => new(scenario, scene);

    /// <summary>Does what a scenario needs to be there, once for all of its runs.</summary>
    public static async Task<Scene> Prepare(Scenario scenario)
    {
        await using Stage stage = new(scenario, new(new InMemoryTables(TimeProvider.System), scenario.From));
        await stage.Open();
        await scenario.Before(stage);
        if (stage.house is not null)
        {
            await stage.Down();
        }

        return new(stage.Tables.Copy(stage.clock), stage.Now);
    }

    /// <summary>One run, to its rest.</summary>
    public async Task Play(IReadOnlyList<Strike> strikes)
    {
        await Open();
        Expect(strikes);
        await scenario.Act(this);
        await Rest();
    }

    /// <summary>The host is stopped as by whoever installs a new one.</summary>
    public async Task Down()
    {
        House leaving = House;
        house = null;
        await (leaving.Wire.IsCut ? leaving.Kill() : leaving.Stop());
    }

    /// <summary>A host that cannot start is started again by whatever looks after it.</summary>
    public async Task Open()
    {
        for (int tries = 1; house is null; tries++)
        {
            Wire wire = NewWire();
            try
            {
                house = await (scenario.IsOfTheEngine
                    ? House.Open(clock, wire, services => services.AddSingleton(Diary), scenario.Functions)
                    : House.Open(clock, Mailbox, wire));
            }
            catch (Exception failure) when (tries <= struck.Count)
            {
                startFailures.Add(failure.GetType().Name);
                clock.Advance(LeaseEnds);
            }
        }

        await Still();
    }

    public async ValueTask DisposeAsync()
    {
        if (house is not null)
        {
            await house.Kill();
            house = null;
        }
    }
}
