using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using FollowUp.Items;
using FollowUp.Lives;
using FollowUp.Orchestrations;
using FollowUp.RealWorker.Durable;
using FollowUp.RealWorker.Hosting;
using FollowUp.RealWorker.Protocol;
using FollowUp.RealWorker.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Protobuf;

namespace FollowUp.RealWorker;

/// <summary>What is built is started as Azure's host starts it, and does over the host's protocol all that Azure asks of it.</summary>
public sealed class The_app_as_a_process(RunningApp app) : IClassFixture<RunningApp>
{
    private static readonly DateTimeOffset Then = new(2020, 5, 11, 1, 0, 0, TimeSpan.Zero);
    private static readonly ItemRef Item = new("return", "protocol");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void lists_and_loads_every_function_there_is()
    {
        IEnumerable<string> written = typeof(FollowUpServices).Assembly.GetTypes()
            .SelectMany(
            type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(method => (method.GetCustomAttribute<FunctionAttribute>()?.Name, method.DeclaringType!.FullName, method.Name))
            .Where(function => function.Item1 is not null)
            .Select(function => $"{function.Item1}: {function.FullName}.{function.Item3}");

        app.Worker.Functions.Select(function => $"{function.Name}: {function.Metadata.EntryPoint}").Should().BeEquivalentTo(written);
        app.ErrorsAtStart.Should().BeEmpty();
        app.Process.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task answers_a_call_where_it_says_that_it_listens()
    {
        (await Register(app)).Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.Created);

        JsonNode item =
            JsonNode.Parse(await app.Http.GetStringAsync(new Uri("/api/agreements/return/items/protocol", UriKind.Relative), Cancel))!;
        ((string?)item["owner"]).Should().Be("law");
        app.Hub.Instances.Should().Contain("item.return.protocol", "whoever registers starts the item's clock in the task hub");
    }

    [Fact]
    public async Task runs_what_comes_round()
    {
        foreach (WorkerFunction timer in app.Worker.Functions.Where(function => function.TriggerType == "timerTrigger"))
        {
            await app.Worker.Timer(timer, Then, Then.AddMinutes(1), Cancel);
        }

        // The pulse is a row of its own.
        TableClient calendars = new(app.Tables.ConnectionString, "Calendars");
        (await calendars.QueryAsync<TableEntity>(cancellationToken: Cancel).ToListAsync(Cancel)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task does_an_activity()
    {
        await Register(app);

        string? answer = await app.Worker.Activity(nameof(Advance), $"[{Json(Item)}]", Cancel);

        // It was registered years after its due date: rungs that lay before are written down as skipped, others are still to come.
        Wake wake = JsonDataConverter.Default.Deserialize<Wake>(answer)!;
        wake.IsFinished.Should().BeFalse();
        wake.At.Should().BeAfter(Then);
        string ledger = await app.Http.GetStringAsync(new Uri("/api/agreements/return/items/protocol/ledger", UriKind.Relative), Cancel);
        ledger.Should().Contain("before assignment");
    }

    [Fact]
    public async Task tells_of_an_activity_that_fails()
    {
        Func<Task> act = () => app.Worker.Activity(nameof(Advance), """["no item"]""", Cancel);

        (await act.Should().ThrowAsync<WorkerFailedException>()).Which.Cause!.Message.Should().Contain(nameof(ItemRef));
    }

    [Fact]
    public async Task takes_an_orchestration_a_step_further_and_another()
    {
        OrchestratorRequest first = new() { InstanceId = "one", NewEvents = { Happened.StepBegan(Then), Begun("one") } };
        OrchestratorAction look = (await app.Worker.Step(nameof(FollowItem), first, Cancel)).Actions.Should().ContainSingle().Which;
        look.ScheduleTask.Name.Should().Be(nameof(Advance));
        look.ScheduleTask.Input.Should().Be($"[{Json(Item)}]");

        Wake wake = new(Then.AddHours(5), IsFinished: false);
        OrchestratorRequest second = new()
        {
            InstanceId = "one",
            PastEvents = { first.NewEvents, Happened.Scheduled(Then, look.Id, look.ScheduleTask), Happened.StepEnded(Then) },
            NewEvents = { Happened.StepBegan(Then), Happened.Completed(Then, look.Id, Json(wake)) },
        };
        OrchestratorAction wait = (await app.Worker.Step(nameof(FollowItem), second, Cancel)).Actions.Should().ContainSingle().Which;
        wait.CreateTimer.FireAt.ToDateTimeOffset().Should().Be(wake.At);
    }

    [Fact]
    public async Task refuses_a_history_that_its_code_would_not_have_made()
    {
        OrchestratorRequest request = new()
        {
            InstanceId = "other",
            PastEvents =
            {
                Happened.StepBegan(
                    Then), Begun("other"), Happened.Scheduled(Then, 0, new() { Name = nameof(SendLetter) }), Happened.StepEnded(Then),
            },
            NewEvents = { Happened.StepBegan(Then), Happened.Completed(Then, 0, "null") },
        };

        OrchestratorResponse response = await app.Worker.Step(nameof(FollowItem), request, Cancel);

        CompleteOrchestrationAction end = response.Actions.Single(action => action.CompleteOrchestration is not null).CompleteOrchestration;
        end.OrchestrationStatus.Should().Be(OrchestrationStatus.Failed);
        end.FailureDetails.ErrorType.Should().Contain("NonDeterministic");
    }

    internal static async Task<HttpStatusCode> Register(RunningApp app)
    {
        using StringContent register = new(await File.ReadAllTextAsync(Stories.Return.Register, Cancel), Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await app.Http.PostAsync(new Uri("/api/registers", UriKind.Relative), register, Cancel);
        return answer.StatusCode;
    }

    private static HistoryEvent Begun(string instance) => Happened.Started(Then, instance, nameof(FollowItem), Json(Item));

    private static string Json(object value) => JsonDataConverter.Default.Serialize(value)!;
}
