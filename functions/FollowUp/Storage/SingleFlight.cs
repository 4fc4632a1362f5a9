namespace FollowUp.Storage;

/// <summary>One question for all who ask it at the same time. Nobody gets an answer to a question that was asked before they came.</summary>
public sealed class SingleFlight<T>(Func<Task<T>> ask)
{
    private readonly Lock gate = new();
    private Task<T>? running;
    private Task<T>? next;

    public Task<T> Run()
    {
        lock (gate)
        {
            if (next is not null)
            {
                return next;
            }

            return running is { IsCompleted: false } before ? next = After(before) : running = ask();
        }
    }

    private async Task<T> After(Task<T> before)
    {
        // Yielding, so that whoever asked has let go of the gate; whatever became of the answer is its askers' business.
        await ((Task)before).ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        lock (gate)
        {
            (running, next) = (next, null);
        }

        return await ask();
    }
}
