using System.Collections.Concurrent;
using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Tests.Orchestrations;

/// <summary>The analyzer refuses such code where it is compiled; what gets past it is at least said by name.</summary>
public sealed class Awaiting_something
{
    [Theory]
    [InlineData("Runs")]
    [InlineData("Delays")]
    public async Task that_is_not_durable_is_logged_by_name(string orchestrator)
    {
        Errors errors = new();
        HostPlan plan = new() { Services = services => services.AddSingleton<ILoggerProvider>(errors) };
        await using TestHost host = await TestHost.Start(plan, typeof(Careless), typeof(Work));

        string id = await host.Run(orchestrator);

        (await host.See(id)).RuntimeStatus.Should().Be(OrchestrationRuntimeStatus.Running);
        errors.Should().ContainSingle().Which
            .Should().StartWith($"Orchestration '{id}' ({orchestrator}) neither waits for anything nor has it ended");
    }

    [Theory]
    [InlineData("Event")]
    [InlineData("Timer")]
    [InlineData("Child")]
    public async Task that_is_durable_is_not(string orchestrator)
    {
        Errors errors = new();
        HostPlan plan = new() { Services = services => services.AddSingleton<ILoggerProvider>(errors) };
        await using TestHost host = await TestHost.Start(plan, typeof(Careful));

        await host.Run(orchestrator);

        errors.Should().BeEmpty();
    }

    /// <summary>It is on a thread of its own then, and what it does there no history would repeat.</summary>
    [Fact]
    public async Task that_is_not_durable_keeps_code_from_deciding_anything()
    {
        await using TestHost host = await TestHost.Start(typeof(Careless), typeof(Work));

        await host.Run("Runs");

        (await Careless.Astray.Task.WaitAsync(TestContext.Current.CancellationToken)).Message
            .Should().Contain("awaited something other than a task of its context");
    }

    public static class Careless
    {
        public static TaskCompletionSource<Exception> Astray { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        [Function("Runs")]
        public static async Task Runs([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await Task.Run(() => Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System));
            try
            {
                await context.CallActivityAsync("First");
            }
            catch (Exception astray)
            {
                Astray.TrySetResult(astray);
                throw;
            }
        }

        [Function("Delays")]
        public static Task Delays([OrchestrationTrigger] TaskOrchestrationContext context) =>
            Task.Delay(TimeSpan.FromHours(1), TimeProvider.System);
    }

    public static class Careful
    {
        [Function("Event")]
        public static Task Event([OrchestrationTrigger] TaskOrchestrationContext context) => context.WaitForExternalEvent<object>("go");

        [Function("Timer")]
        public static Task Timer([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);

        [Function("Child")]
        public static Task Child([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallSubOrchestratorAsync("Event");
    }

    public static class Work
    {
        [Function("First")]
        public static string First([ActivityTrigger] object? input) => "First";
    }

    public sealed class Errors : ConcurrentQueue<string>, ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Enqueue(formatter(state, exception));
            }
        }

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
