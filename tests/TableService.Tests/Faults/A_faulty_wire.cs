using Azure.Data.Tables;
using FollowUp.Tables;
using FollowUp.TableService.Tests.Rig;

namespace FollowUp.TableService.Tests.Faults;

public sealed class A_faulty_wire
{
    private readonly InMemoryTables tables = new(TimeProvider.System);
    private readonly FaultyWire wire;
    private readonly Service host;
    private readonly Service behind;

    public A_faulty_wire()
    {
        wire = new(tables) { IsTriedAgain = false };
        (host, behind) = (Service.Over(wire), Service.Over(tables));
        behind.Table.Create(Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Fault, string, string> Faults => new()
    {
        { Fault.None, "done", "p/r" },
        { Fault.FailsBefore, "lost", "" },
        { Fault.LosesAnswer, "lost", "p/r" },
        { Fault.IsSentTwice, "409 EntityAlreadyExists", "p/r" },
        { Fault.Busy(), "503 ServerBusy", "" },
        { Fault.Busy(429), "429 TooManyRequests", "" },
        { Fault.BusyAfter(), "503 ServerBusy", "p/r" },
        { Fault.BusyAfter(429), "429 TooManyRequests", "p/r" },
        { Fault.CutsBefore, "cut", "" },
        { Fault.CutsAfter, "cut", "p/r" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task does_to_a_write_what_it_was_told(Fault fault, string seen, string left)
    {
        wire.Policy = _ => fault;
        (await Try(() => host.Add(new TableEntity("p", "r")))).Should().Be(seen);
        (await behind.Find()).Should().Be(left);
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task does_to_a_batch_what_it_was_told(Fault fault, string seen, string left)
    {
        wire.Policy = _ => fault;
        string batch = await Try(() => host.Batch(new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", "r"))));
        batch.Should().Be(seen == "409 EntityAlreadyExists" ? $"{seen} at 0" : seen);
        (await behind.Find()).Should().Be(left);
    }

    [Fact]
    public async Task that_is_cut_stays_cut()
    {
        wire.Policy = request => request.Number == 2 ? Fault.CutsAfter : Fault.None;
        (await Try(() => host.Add(new TableEntity("p", "1")))).Should().Be("done");
        (await Try(() => host.Add(new TableEntity("p", "2")))).Should().Be("cut");
        (await Try(() => host.Add(new TableEntity("p", "3")))).Should().Be("cut");
        (await behind.Find()).Should().Be("p/1 p/2");
        (wire.IsCut, wire.Requests).Should().Be((true, 2));
    }

    [Fact]
    public async Task does_late_what_others_have_overtaken()
    {
        Stragglers late = new();
        FaultyWire dying = new(tables, late) { IsTriedAgain = false, Policy = _ => Fault.Late(requests: 2) };
        FaultyWire successor = new(tables, late) { IsTriedAgain = false };
        (Service first, Service second) = (Service.Over(dying), Service.Over(successor));

        TableEntity row = new("p", "r") { ["By"] = "a zombie" };
        TableTransactionAction overtaken = new(TableTransactionActionType.UpsertReplace, row);
        (await Try(() => first.Batch(overtaken))).Should().Be("lost");
        dying.Cut();
        (await Try(() => second.Add(new TableEntity("p", "r") { ["By"] = "the successor" }))).Should().Be("done");
        (await behind.Read("p", "r"))["By"].Should().Be("the successor");
        late.Count.Should().Be(1);
        _ = await second.Read("p", "r");
        (await behind.Read("p", "r"))["By"].Should().Be("a zombie");
        late.Count.Should().Be(0);
    }

    [Fact]
    public async Task can_be_told_to_let_everything_arrive()
    {
        Stragglers late = new();
        Service service = Service.Over(new FaultyWire(tables, late) { Policy = request => Fault.Late(100), IsTriedAgain = false });
        (await Try(() => service.Add(new TableEntity("p", "1")))).Should().Be("lost");
        (await Try(() => service.Add(new TableEntity("p", "2")))).Should().Be("lost");
        (await behind.Find()).Should().Be("");
        late.Arrive();
        (await behind.Find()).Should().Be("p/1 p/2");
    }

    /// <summary>The client as it is: tries again after what may pass, and gives up at once with a dead host.</summary>
    [Fact]
    public async Task is_tried_again_by_the_client()
    {
        FaultyWire again = new(tables)
        {
            Policy = request => request.Number switch
            {
                1 => Fault.LosesAnswer,
                2 => Fault.Busy(429, TimeSpan.FromSeconds(0.2)),
                _ => Fault.None,
            },
        };
        TableClientOptions options = new() { Transport = again, Retry = { MaxRetries = 3, Delay = TimeSpan.FromMilliseconds(1) } };
        TableClient table = new(InMemoryTables.ConnectionString, "Rows", options);
        (await Service.Answer(() => table.AddEntityAsync(new TableEntity("p", "r"), Cancel)))
            .Should().Be("409 EntityAlreadyExists", "it had worked the first time");
        again.Requests.Should().Be(3);
        again.Cut();
        (await Try(() => Service.Answer(() => table.AddEntityAsync(new TableEntity("p", "s"), Cancel)))).Should().Be("cut");
        again.Requests.Should().Be(3);
    }

    [Fact]
    public async Task tells_its_policy_what_is_asked_for()
    {
        List<string> asked = [];
        wire.Policy = request =>
        {
            string kind = (request.IsWrite ? "" : " reads") + (request.IsQuery ? " many" : "");
            asked.Add($"{request.Number} {request}{kind}{(request.IsBatch ? $" in {request.Partition}" : "")}");
            return Fault.None;
        };
        _ = await host.Account.CreateTableIfNotExistsAsync("Rows", Cancel);
        _ = await host.Add(new TableEntity("it's", "ж"));
        _ = await host.Read("it's", "ж");
        _ = await host.Rows("PartitionKey eq 'p'");
        _ = await host.Batch(
            new(TableTransactionActionType.UpsertMerge, new TableEntity("p", "1")),
            new(TableTransactionActionType.Add, new TableEntity("p", "2")));
        _ = await Service.Answer(() => host.Table.DeleteEntityAsync("p", "1", cancellationToken: Cancel));
        asked.Should().Equal(
            "1 POST Tables()", "2 POST Rows(it's,ж)", "3 GET Rows(it's,ж) reads", "4 GET Rows() reads many",
            "5 POST $batch: PATCH Rows(p,1) POST Rows(p,2) in p", "6 DELETE Rows(p,1)");
    }

    [Fact]
    public void serves_callers_that_do_not_await()
    {
        wire.Policy = request => request.Number == 1 ? Fault.LosesAnswer : Fault.None;
        Action adding = () => host.Table.AddEntity(new TableEntity("p", "r"), Cancel);
        adding.Should().Throw<IOException>();
        host.Table.GetEntity<TableEntity>("p", "r", cancellationToken: Cancel).Value.RowKey.Should().Be("r");
    }

    private static async Task<string> Try(Func<Task<string>> call)
    {
        try
        {
            return await call();
        }
        catch (IOException)
        {
            return "lost";
        }
        catch (WireCutException)
        {
            return "cut";
        }
    }
}
