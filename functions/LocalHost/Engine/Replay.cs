using FollowUp.LocalHost.TaskHub;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace FollowUp.LocalHost.Engine;

/// <summary>What a step came to.</summary>
/// <param name="Step">What is added to the history.</param>
/// <param name="Ending">Null while the code waits for more.</param>
sealed record StepOutcome(Step Step, Ending? Ending, string? CustomStatus);

/// <summary>
/// Runs an orchestrator's code from its beginning through its whole history and one step further. Each decision of the past
/// must come out again as history has it. Code that is kept goes on from where it was: the next step costs the same, however long the
/// history is.
/// </summary>
sealed class Replay
{
    readonly Func<TaskOrchestrationContext, Task<object?>> code;
    readonly InstanceState instance;
    readonly DataConverter converter;
    readonly OrchestratorLoop loop = new();
    readonly LocalOrchestrationContext context;
    Task<object?>? run;

    /// <summary>Steps that the code has been through.</summary>
    int past;

    public Replay(Func<TaskOrchestrationContext, Task<object?>> code, InstanceState instance, DataConverter converter, ILoggerFactory loggers) =>
        (this.code, this.instance, this.converter, context) = (code, instance, converter, new(instance, loop, converter, loggers));

    /// <summary>Called when something foreign continues the code, be it long after the step.</summary>
    public event Action? Intruded
    {
        add => loop.Intruded += value;
        remove => loop.Intruded -= value;
    }

    public StepOutcome Run(IReadOnlyList<Step> history, IReadOnlyList<Happening> fresh, DateTimeOffset now)
    {
        loop.Open();
        try
        {
            while (past < history.Count)
            {
                Repeat(history[past], ++past);
            }

            past++;
            return GoOn(fresh, now);
        }
        catch (HistoryMismatchException mismatch)
        {
            // Code that awaits what is not durable disagrees with its history too; then that is the news.
            Exception why = IsAstray() ? new NotDurableException(instance.Id) : mismatch;
            return new(new Step(now, fresh, []), Ending.Because(why), context.CustomStatus);
        }
        finally
        {
            loop.Close();
        }
    }

    void Repeat(Step step, int number)
    {
        context.Begin(step.At, isReplay: true);
        foreach (Happening happening in step.Happened)
        {
            Tell(happening);
        }

        // Nearly always they are the very same; only what differs has to be told apart in words.
        IReadOnlyList<Decision> decided = context.TakeDecisions();
        if (!decided.SequenceEqual(step.Decided))
        {
            DemandSame(step.Decided, decided, number);
        }

        if (run!.IsCompleted)
        {
            throw new HistoryMismatchException(instance.Id, number, "waits for more", "ends");
        }
    }

    void DemandSame(IReadOnlyList<Decision> before, IReadOnlyList<Decision> now, int number)
    {
        for (int index = 0; index < Math.Max(now.Count, before.Count); index++)
        {
            string past = index < before.Count ? before[index].ToString() : "does nothing more";
            string present = index < now.Count ? now[index].ToString() : run!.IsCompleted ? "ends" : "does nothing more";
            if (!string.Equals(past, present, StringComparison.OrdinalIgnoreCase))
            {
                throw new HistoryMismatchException(instance.Id, number, past, present);
            }
        }
    }

    StepOutcome GoOn(IReadOnlyList<Happening> fresh, DateTimeOffset now)
    {
        context.Begin(now, isReplay: false);
        int told = 0;
        while (told < fresh.Count && run is not { IsCompleted: true })
        {
            Tell(fresh[told++]);
        }

        Ending? ending = Judge();
        if (ending is Ending.ContinuedAsNew again)
        {
            // Events that came in the same step, but after the code had ended, are for the new beginning.
            ending = context.KeepsEvents ? again with { Kept = [.. again.Kept, .. fresh.Skip(told).OfType<EventRaised>()] } : again;
        }

        return new(new Step(now, fresh.Take(told).ToArray(), context.TakeDecisions()), ending, context.CustomStatus);
    }

    Ending? Judge()
    {
        if (IsAstray())
        {
            return Ending.Because(new NotDurableException(instance.Id));
        }

        return run switch
        {
            null or { IsCompleted: false } => null,
            { IsCompletedSuccessfully: true } when context.Again is { } again => again,
            { IsCompletedSuccessfully: true } => new Ending.Completed(converter.Serialize(run.Result)),
            { IsCanceled: true } => Ending.Because(new TaskCanceledException(run)),
            _ => Ending.Because(run.Exception!.InnerException!),
        };
    }

    bool IsAstray() =>
        loop.WasIntruded || (run is { IsCompleted: false } && !context.WaitsForSomething);

    void Tell(Happening happening)
    {
        if (happening is Started)
        {
            run = loop.Start(() => code(context));
        }
        else
        {
            context.Tell(happening);
        }

        loop.Drain();
    }
}
