using FollowUp.Watching;
using NodaTime;

namespace FollowUp.Operations.Watching;

/// <summary>
/// Since when something has been wrong without a break, as this host has seen it: what is away cannot be asked for that, nor told. For
/// several threads.
/// </summary>
internal sealed class Onset
{
    private readonly Lock gate = new();
    private Trouble? trouble;

    public Trouble? Current
    {
        get
        {
            lock (gate)
            {
                return trouble;
            }
        }
    }

    /// <param name="why">Null where it is in order.</param>
    public void See(string? why, Instant now)
    {
        lock (gate)
        {
            trouble = why is null ? null : new(trouble?.Since ?? now, why);
        }
    }
}
