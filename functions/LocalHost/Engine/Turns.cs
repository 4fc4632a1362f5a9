using System.Text.Json;
using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Engine;

/// <summary>Decides what becomes of an instance now. It reads and writes nothing: whoever called it does.</summary>
sealed class Turns(DurableFunctions functions, DataConverter converter, ILoggerFactory loggers, Func<string> newExecution)
{
    /// <param name="intruded">Called when something foreign continues the orchestrator's code, be it long after the turn.</param>
    /// <returns>Null if there is nothing to do.</returns>
    public Turn? Take(WarmInstance warm, Mail mail, DateTimeOffset now, Action intruded)
    {
        InstanceState state = warm.State;
        List<InboxRow> controls = [.. mail.Inbox.Where(row => row.Message is Terminate or Suspend or Resume)];
        if (state.HasEnded)
        {
            return mail.Inbox.Count == 0 ? null : new(state, null, Keys(mail.Inbox));
        }

        if (controls.FirstOrDefault(row => row.Message is Terminate) is { Message: Terminate terminate })
        {
            Ending.Terminated ending = new(terminate.Output, terminate.Recursive);
            return new Conclusion(warm, newExecution).Of(new StepOutcome(new(now, [], []), ending, state.CustomStatus), Keys(mail.Inbox));
        }

        bool isSuspended = controls.LastOrDefault()?.Message is { } last
            ? last is Suspend
            : state.Status == OrchestrationRuntimeStatus.Suspended;
        bool mayRun = !isSuspended && (state.HasStarted || state.StartAt <= now);
        if (!mayRun)
        {
            return controls.Count == 0 ? null : Turn.Suspending(state, isSuspended, Keys(controls), now);
        }

        // Mail that makes no code run was a resumption, or concerns nobody any more: an answer to an earlier execution.
        return Run(warm, mail, now, intruded)
            ?? (mail.Inbox.Count == 0 ? null : Turn.Suspending(state, false, Keys(mail.Inbox), now));
    }

    Turn? Run(WarmInstance warm, Mail mail, DateTimeOffset now, Action intruded)
    {
        Mail part = mail with { Inbox = [.. mail.Inbox.Take(HubLimits.DeletionsMax)] };
        List<Happening> fresh = Incoming.For(warm, part, now);
        if (mail.Intruded)
        {
            StepOutcome failed = new(new(now, [], []), Ending.Because(new NotDurableException(warm.State.Id)), warm.State.CustomStatus);
            return new Conclusion(warm, newExecution).Of(failed, Keys(part.Inbox));
        }

        if (fresh.Count == 0)
        {
            return null;
        }

        OrchestratorRun run = functions.NewRun(warm.State.Name);
        using IDisposable? scope = run.Scope;
        Replay replay = new(run.Code, warm.State, converter, loggers);
        replay.Intruded += intruded;
        StepOutcome outcome = replay.Run(warm.History, fresh, now);
        return new Conclusion(warm, newExecution).Of(Fitting(outcome, warm.State), Keys(part.Inbox));
    }

    // A step that the table refuses would be tried for ever: it fails the instance instead, and says how large it was.
    static StepOutcome Fitting(StepOutcome outcome, InstanceState state)
    {
        Ending.ContinuedAsNew? again = outcome.Ending as Ending.ContinuedAsNew;
        (string What, int Characters, int Most)[] parts =
        [
            ("A step", Length(outcome.Step) + Length(again?.Kept), HubLimits.StepMax),
            ("The output", (outcome.Ending as Ending.Completed)?.Output?.Length ?? 0, HubLimits.TextMax),
            ("The new input", again?.Input?.Length ?? 0, HubLimits.TextMax),
            ("The custom status", outcome.CustomStatus?.Length ?? 0, HubLimits.TextMax),
        ];
        (string what, int size, int most) = parts.FirstOrDefault(part => part.Characters > part.Most);
        return what is null ? outcome : new(
            new(outcome.Step.At, [], []),
            Ending.Because(new TooLargeForTheHubException($"{what} of orchestration '{state.Id}'", size, most)),
            null);
    }

    static int Length<T>(T part) => JsonSerializer.Serialize(part, HubJson.Options).Length;

    static IReadOnlyList<string> Keys(IReadOnlyList<InboxRow> rows) => [.. rows.Take(HubLimits.DeletionsMax).Select(row => row.Key)];
}
