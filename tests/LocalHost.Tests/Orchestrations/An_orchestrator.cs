using System.Collections.Concurrent;
using DurableTask.Core.Exceptions;
using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Tests.Orchestrations;

public sealed class An_orchestrator
{
    [Fact]
    public async Task whose_code_disagrees_with_its_history_fails_and_says_where()
    {
        HostPlan plan = new();
        string id;
        await using (TestHost old = await TestHost.Start(plan, typeof(OldCode), typeof(Activities)))
        {
            id = await old.Run("Changed");
        }

        await using TestHost changed = await TestHost.Start(plan, typeof(NewCode), typeof(Activities));
        await changed.Raise(id, "go");

        OrchestrationMetadata seen = await changed.See(id);
        seen.RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Failed);
        seen.FailureDetails!.ErrorType.Should().Be(typeof(NonDeterministicOrchestrationException).FullName);
        seen.FailureDetails.ErrorMessage.Should()
            .Contain("sequence number 1").And.Contain("named 'Second'").And.Contain("named 'Third'");
    }

    [Fact]
    public async Task may_use_what_tasks_can_do_as_long_as_they_are_durable()
    {
        await using TestHost host = await TestHost.Start(typeof(Careful), typeof(Activities));

        string id = await host.Run("Combines");

        (await host.See(id)).ReadOutputAs<string>().Should().Be("First, Second+, Third");
    }

    [Fact]
    public async Task logs_each_line_once_however_often_it_is_replayed()
    {
        Lines lines = new();
        HostPlan plan = new() { Services = services => services.AddSingleton<ILoggerProvider>(lines) };
        await using TestHost host = await TestHost.Start(plan, typeof(Careful), typeof(Activities));

        await host.Run("Logs");

        lines.Should().Equal("before", "between", "after");
    }

    [Fact]
    public async Task gets_the_same_new_ids_in_every_replay()
    {
        await using TestHost host = await TestHost.Start(typeof(Careful), typeof(Activities));

        string id = await host.Run("Names");

        Guid[] ids = (await host.See(id)).ReadOutputAs<Guid[]>()!;
        ids[0].Should().Be(ids[1]).And.NotBe(ids[2]);
    }

    [Fact]
    public async Task tells_callers_how_far_it_is_by_its_custom_status()
    {
        await using TestHost host = await TestHost.Start(typeof(Careful), typeof(Activities));
        string id = await host.Run("Reports");
        (await host.See(id)).ReadCustomStatusAs<string>().Should().Be("waiting");

        await host.Raise(id, "go");

        (await host.See(id)).ReadCustomStatusAs<string>().Should().Be("done");
    }

    [Fact]
    public async Task that_is_given_no_input_has_the_default_of_its_type()
    {
        await using TestHost host = await TestHost.Start(typeof(Careful));

        string id = await host.Run("Hoards");

        (await host.See(id)).ReadOutputAs<string>().Should().BeEmpty();
    }

    [Fact]
    public async Task that_does_not_exist_fails_its_instance()
    {
        await using TestHost host = await TestHost.Start(typeof(Careful));

        string id = await host.Run("Nobody");

        (await host.See(id)).FailureDetails!.ErrorMessage.Should().Be("There is no orchestrator named 'Nobody' in this app.");
    }

    [Fact]
    public async Task that_remembers_too_much_fails_and_says_how_much()
    {
        await using TestHost host = await TestHost.Start(typeof(Careful), typeof(Activities));

        string id = await host.Run("Hoards", 200_000);

        (await host.See(id)).FailureDetails!.ErrorMessage.Should().Contain("200,002 characters; at most 100,000 fit");
    }

    /// <summary>Else its last step would fit into no row, and be taken again for ever.</summary>
    [Fact]
    public async Task that_fails_with_an_endless_message_fails_with_its_beginning()
    {
        await using TestHost host = await TestHost.Start(typeof(Careful));

        string id = await host.Run("Wails");

        (await host.See(id)).FailureDetails!.ErrorMessage.Should().HaveLength(4_000);
    }

    [Fact]
    public async Task that_asks_for_too_much_at_once_fails_and_says_so()
    {
        await using TestHost host = await TestHost.Start(typeof(Careful), typeof(Activities));

        string id = await host.Run("Floods", 50_000);

        (await host.See(id)).FailureDetails!.ErrorMessage
            .Should().StartWith($"A step of orchestration '{id}' takes").And.Contain("at most 180,000 fit");
    }

    [Fact]
    public async Task may_remember_more_than_one_property_takes()
    {
        await using TestHost host = await TestHost.Start(typeof(Careful), typeof(Activities));

        string id = await host.Run("Hoards", 90_000);

        (await host.See(id)).ReadOutputAs<string>().Should().HaveLength(90_000).And.EndWith("x");
    }

    public static class OldCode
    {
        [Function("Changed")]
        public static async Task Changed([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CallActivityAsync("First");
            await context.CallActivityAsync("Second");
            await context.WaitForExternalEvent<object>("go");
        }
    }

    public static class NewCode
    {
        [Function("Changed")]
        public static async Task Changed([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CallActivityAsync("First");
            await context.CallActivityAsync("Third");
            await context.WaitForExternalEvent<object>("go");
        }
    }

    public static class Activities
    {
        [Function("First")]
        public static string First([ActivityTrigger] object? input) => "First";

        [Function("Second")]
        public static string Second([ActivityTrigger] object? input) => "Second";

        [Function("Third")]
        public static string Third([ActivityTrigger] object? input) => "Third";
    }

    public static class Careful
    {
        [Function("Combines")]
        public static async Task<string> Combines([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            Task<string> second = Marked(context.CallActivityAsync<string>("Second"));
            Task<string> first = context.CallActivityAsync<string>("First");
            await await Task.WhenAny(first, second);
            string[] both = await Task.WhenAll(first, second);
            return $"{string.Join(", ", both)}, {await context.CallActivityAsync<string>("Third")}";

            static async Task<string> Marked(Task<string> task) => await task + "+";
        }

        [Function("Logs")]
        public static async Task Logs([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            ILogger log = context.CreateReplaySafeLogger("Said");
            log.LogError("before");
            await context.CallActivityAsync("First");
            log.LogError("between");
            await context.CallActivityAsync("Second");
            log.LogError("after");
        }

        [Function("Names")]
        public static async Task<Guid[]> Names([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            Guid first = context.NewGuid();
            Guid echoed = await context.CallActivityAsync<Guid>("Echo", first);
            return [first, echoed, context.NewGuid()];
        }

        [Function("Echo")]
        public static Guid Echo([ActivityTrigger] Guid id) => id;

        [Function("Reports")]
        public static async Task Reports([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            context.SetCustomStatus("waiting");
            await context.WaitForExternalEvent<object>("go");
            context.SetCustomStatus("done");
        }

        [Function("Floods")]
        public static Task Floods([OrchestrationTrigger] TaskOrchestrationContext context, int times) =>
            Task.WhenAll(Enumerable.Range(0, times).Select(_ => context.CallActivityAsync("First")));

        [Function("Wails")]
        public static Task Wails([OrchestrationTrigger] TaskOrchestrationContext context) =>
            throw new InvalidOperationException(new string('o', 700_000));

        [Function("Hoards")]
        public static string Hoards([OrchestrationTrigger] TaskOrchestrationContext context, int length) => new('x', length);
    }

    public sealed class Lines : ConcurrentQueue<string>, ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) =>
            categoryName == "Said" ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Enqueue(formatter(state, exception));

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
