using Azure;
using FollowUp.LocalHost.TaskHub;

namespace FollowUp.LocalHost.Engine;

/// <summary>What is known of an instance between its steps.</summary>
sealed class WarmInstance(StoredInstance stored)
{
    readonly List<Step> history = [.. stored.History];

    public InstanceState State { get; private set; } = stored.State;

    public IReadOnlyList<Step> History => history;

    public Pending Pending { get; private set; } = Pending.After(stored.History);

    public ETag Version { get; private set; } = stored.Version;

    /// <summary>Its code, where it waits for what the next step tells it; null where that begins anew.</summary>
    public Replay? Code { get; set; }

    /// <summary>Whether it stands further than the store says, by steps that the next one stores as well.</summary>
    public bool IsHolding { get; private set; }

    /// <summary>Inbox rows that the held steps read.</summary>
    public IReadOnlyList<string> Held { get; private set; } = [];

    public void Hold(Turn turn)
    {
        IReadOnlyList<string> held = [.. Held, .. turn.Consumed];
        Advance(turn.State, turn.Step, Version);
        (IsHolding, Held) = (true, held);
    }

    public void Advance(InstanceState state, Step? step, ETag version)
    {
        if (state.Execution != State.Execution)
        {
            history.Clear();
            Pending = new();
        }
        else if (step is not null)
        {
            history.Add(step);
            Pending.Follow(step);
        }

        (State, Version) = (state, version);
        (IsHolding, Held) = (false, []);
    }
}
