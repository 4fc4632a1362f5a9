using System.Text.Json;
using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.DurableTask.Worker.Shims;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FollowUp.LocalHost.Engine;

/// <summary>Runs one step of an instance in memory and says what it changes. It neither reads nor writes the store.</summary>
/// <param name="verifiesReplays">Whether each step of a kept session is compared with a replay.</param>
internal sealed class OrchestrationExecutor(
    FunctionRegistry functions, DataConverter converter, ILoggerFactory loggers, Func<string> newExecution, bool verifiesReplays)
{
    /// <summary>Timers of any length: the SDK would split long ones, for stores whose queues cannot delay that long.</summary>
    private readonly DurableTaskShimFactory shims = new(
        new DurableTaskWorkerOptions { MaximumTimerInterval = TimeSpan.MaxValue, DataConverter = converter });

    private readonly ILogger log = loggers.CreateLogger<OrchestrationExecutor>();

    /// <summary>Histories up to this many steps are replayed in no time: keeping a session for them would only take memory.</summary>
    private const int ShortHistory = 8;

    /// <returns>Null if there is nothing to do.</returns>
    public InstanceUpdate? Execute(CachedInstance cached, UnreadMessages unread, DateTimeOffset now)
    {
        InstanceState state = cached.State;
        List<InboxRow> controls = [.. unread.Inbox.Where(row => row.Message is Terminate or Suspend or Resume)];
        if (state.HasEnded)
        {
            return unread.Inbox.Count == 0 ? null : new(state, null, Keys(unread.Inbox));
        }

        if (controls.FirstOrDefault(row => row.Message is Terminate) is { Message: Terminate terminate })
        {
            Completion.Terminated completion = new(terminate.Output, terminate.Recursive);
            StepOutcome terminated = new(new(now, [], []), completion, state.CustomStatus);
            return new InstanceUpdateBuilder(cached, newExecution).Build(terminated, Keys(unread.Inbox));
        }

        bool isSuspended = controls.LastOrDefault()?.Message is { } last
            ? last is Suspend
            : state.Status == OrchestrationRuntimeStatus.Suspended;
        bool mayRun = !isSuspended && (state.HasStarted || state.StartAt <= now);
        if (!mayRun)
        {
            return controls.Count == 0 ? null : InstanceUpdate.ForSuspension(state, isSuspended, Keys(controls), now);
        }

        // Messages that run no code were a resumption, or an answer to an earlier execution: they are consumed.
        return Run(cached, unread, now)
            ?? (unread.Inbox.Count == 0 ? null : InstanceUpdate.ForSuspension(state, false, Keys(unread.Inbox), now));
    }

    private InstanceUpdate? Run(CachedInstance cached, UnreadMessages unread, DateTimeOffset now)
    {
        UnreadMessages part = unread with { Inbox = [.. unread.Inbox.Take(HubLimits.DeletionsMax)] };
        List<IncomingEvent> fresh = EventCollector.Collect(cached, part, now);
        if (fresh.Count == 0)
        {
            return null;
        }

        StepOutcome outcome = WithinLimits(RunCode(cached, fresh, now), cached.State);
        if (outcome.Completion is not null)
        {
            cached.EndSession();
        }
        else if (!outcome.WaitsForAnEvent && cached.Outstanding.With(outcome.Step).IsEmpty)
        {
            log.WaitsForNothing(cached.State.Id, cached.State.Name);
        }

        return new InstanceUpdateBuilder(cached, newExecution).Build(outcome, Keys(part.Inbox));
    }

    /// <summary>
    /// A kept session is a step ahead of the store afterwards: a caller that fails to store the outcome must drop the whole cached
    /// instance.
    /// </summary>
    private StepOutcome RunCode(CachedInstance cached, IReadOnlyList<IncomingEvent> fresh, DateTimeOffset now)
    {
        if (cached.Session is { } session)
        {
            StepOutcome outcome = session.Run(cached.History, cached.Outstanding, fresh, now);
            return verifiesReplays ? ReplayVerifier.VerifyReplay(cached.State.Id, outcome, ReplaySilently(cached, fresh, now)) : outcome;
        }

        OrchestratorRun run = functions.NewRun(cached.State.Name);
        using IDisposable? scope = run.Scope;
        InstanceState slim = cached.State with { Tail = [], CarriedOver = [], Outbox = [] };
        OrchestratorSession started = new(run.Code, slim, shims, converter, loggers);
        if (scope is null && cached.History.Count >= ShortHistory)
        {
            cached.KeepSession(started, withHistory: verifiesReplays);
        }

        return started.Run(cached.History, cached.Outstanding, fresh, now);
    }

    private StepOutcome ReplaySilently(CachedInstance cached, IReadOnlyList<IncomingEvent> fresh, DateTimeOffset now) =>
        new OrchestratorSession(functions.NewRun(cached.State.Name).Code, cached.State, shims, converter, NullLoggerFactory.Instance)
            .Run(cached.History, cached.Outstanding, fresh, now);

    // A step too large for the table would be retried for ever: it fails the instance instead, and says how large it was.
    private static StepOutcome WithinLimits(StepOutcome outcome, InstanceState state)
    {
        Completion.ContinuedAsNew? again = outcome.Completion as Completion.ContinuedAsNew;
        (string What, int Characters, int Most)[] parts =
        [
            ("A step", outcome.Step.Length + Length(again?.CarriedOver), HubLimits.StepMax),
            ("The output", (outcome.Completion as Completion.Completed)?.Output?.Length ?? 0, HubLimits.TextMax),
            ("The new input", again?.Input?.Length ?? 0, HubLimits.TextMax),
            ("The custom status", outcome.CustomStatus?.Length ?? 0, HubLimits.TextMax),
        ];
        (string what, int size, int most) = parts.FirstOrDefault(part => part.Characters > part.Most);
        return what is null ? outcome : new(
            new(outcome.Step.At, [], []),
            Completion.FromException(new TooLargeForTheHubException($"{what} of orchestration '{state.Id}'", size, most)),
            null);
    }

    private static int Length<T>(T part) => JsonSerializer.Serialize(part, HubJson.Options).Length;

    private static IReadOnlyList<string> Keys(IReadOnlyList<InboxRow> rows) =>
        [.. rows.Take(HubLimits.DeletionsMax).Select(row => row.Key)];
}
