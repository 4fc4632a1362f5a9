using Azure.Data.Tables;
using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Laws;
using FollowUp.Simulation.Papers;
using FollowUp.Tables;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace FollowUp.Simulation.Worlds;

/// <summary>
/// One seed's world: its tables, its clock, its mailbox, one or two hosts that run the whole app, and the model of what must be
/// so. Things are done to it by a script; what is not as the model says ends it.
/// </summary>
public sealed partial class World : IAsyncDisposable
{
    private readonly FakeTimeProvider clock;
    private readonly InMemoryTables tables;
    private readonly List<House> houses = [];
    private readonly Dictionary<string, Life> lives = [];
    private readonly Dictionary<string, List<Happened>> journals = [];
    private readonly List<Era<Register>> registers = [];
    private readonly Dictionary<string, (int Revision, Plan Plan)> plans = [];
    private readonly HashSet<string> refusals = [];
    private readonly List<(Instant From, Instant To)> setBacks = [];
    private readonly Instant born;

    private World(Instant at)
    {
        born = at;
        clock = new(at.ToDateTimeOffset());
        tables = new(clock);
        Mailbox = new(clock, Addresses);
        Rows = new(Wire.Connection,
            new TableClientOptions { Transport = tables, Diagnostics = { IsLoggingEnabled = false, IsDistributedTracingEnabled = false } });
    }

    public Health Health { get; } = new();

    /// <summary>The same for letters: a mail server that was away is tried again later and later.</summary>
    public Health MailHealth { get; } = new();

    public Mailbox Mailbox { get; }

    /// <summary>Whose letters the mail server refused at some time.</summary>
    public IReadOnlySet<string> Refusals => refusals;

    public IReadOnlyCollection<Life> Lives => lives.Values;

    public IReadOnlyList<Era<Register>> Registers => registers;

    public IReadOnlyDictionary<string, List<Happened>> Journals => journals;

    /// <summary>What the clock showed when it was set back, and what it showed then.</summary>
    public IReadOnlyList<(Instant From, Instant To)> SetBacks => setBacks;

    public Tally Tally { get; } = new();

    public Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>Past the app, and past every fault.</summary>
    private TableServiceClient Rows { get; }

    private Register Register => registers[^1].What;

    public static async Task<World> Begin(Instant at, IEnumerable<Person> people, IEnumerable<Calendar> calendars, IEnumerable<Plan> plans)
    {
        World world = new(at);
        world.registers.Add(new(new(people.ToDictionary(person => person.Id), calendars.ToDictionary(calendar => calendar.Id), 0), at));
        foreach (Plan plan in plans)
        {
            world.plans.Add(plan.Id, (plan.Id == Plan.Default.Id ? Plan.DefaultRevision : 1, plan));
        }

        world.Addresses.Begin(world.Register.People.Values, at);
        await world.Open();
        await world.Write();
        return world;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (House house in houses)
        {
            await Leave(house, kill: true);
        }

        houses.Clear();
    }

    private async Task Open()
    {
        Wire wire = new(tables) { Struck = Struck };
        houses.Add(await House.Open(clock, Mailbox, wire));
        await Still();
    }

    private async Task Leave(House house, bool kill)
    {
        Tally.Requests += house.Wire.Requests;
        house.Wire.DeliverLate();

        // One that stands still does not hear that it is to stop: it would be waited for until it goes on, and so would time.
        await (kill || house.Wire.IsFrozen ? house.Kill() : house.Stop());
    }

    /// <summary>The register as the world begins with it, in one call.</summary>
    private async Task Write()
    {
        System.Text.Json.Nodes.JsonObject register = new()
        {
            ["calendars"] = new System.Text.Json.Nodes.JsonArray([.. Register.Calendars.Values.Select(calendar => calendar.Json)]),
            ["plans"] = new System.Text.Json.Nodes.JsonArray(
                [.. plans.Values.Where(plan => plan.Plan.Id != "default").Select(plan => plan.Plan.Json)]),
            ["people"] = new System.Text.Json.Nodes.JsonArray([.. Register.People.Values.Select(person => person.Json)]),
        };
        Answer? answer = await houses[0].Send("POST", "/api/registers", register.ToJsonString(), null);
        Demand(answer is { Status: 200 }, "register", $"the register was not taken: {answer}");
    }

    private static void Demand(bool holds, string law, string what)
    {
        if (!holds)
        {
            throw new LawBrokenException(law, what);
        }
    }

    private void Struck(Fault fault)
    {
        Health.Disturb(Now, Now);
        MailHealth.Disturb(Now, Now);
        restlessUntil = Now + Restless;
        Tally.Fault(fault.Kind);
    }
}
