using Azure;
using FollowUp.LocalHost.TaskHub;

namespace FollowUp.LocalHost.Engine;

/// <summary>What is known of an instance between its steps.</summary>
internal sealed class WarmInstance(StoredInstance stored)
{
    private List<Step> history = [.. stored.History];
    private bool needsHistory = true;
    private string lastHeard = LastHeardIn(stored.History);

    public InstanceState State { get; private set; } = stored.State;

    /// <summary>Its steps; none once its code is kept, which has been through them. A year of them is most of what an instance would take.</summary>
    public IReadOnlyList<Step> History => history;

    public Pending Pending { get; private set; } = Pending.After(stored.History);

    public ETag Version { get; private set; } = stored.Version;

    /// <summary>Its code, where it waits for what the next step tells it; null where that begins anew.</summary>
    public Replay? Code { get; private set; }

    /// <summary>Whether it stands further than the store says, by steps that the next one stores as well.</summary>
    public bool IsHolding { get; private set; }

    /// <summary>Inbox rows that the held steps read.</summary>
    public IReadOnlyList<string> Held { get; private set; } = [];

    /// <summary>Messages are named by when they were sent: one that comes after all that it has heard is new, of another only its history can tell.</summary>
    public bool MayHaveHeard(IEnumerable<InboxRow> mail) => Code is not null && mail.Any(row => string.CompareOrdinal(row.Key, lastHeard) <= 0);

    /// <summary>From its next step on the code goes on from here.</summary>
    /// <param name="withHistory">Whether somebody wants to compare the one with the other.</param>
    public void Keep(Replay code, bool withHistory) => (Code, needsHistory) = (code, withHistory);

    /// <summary>It has ended, or begins again.</summary>
    public void DropCode() => Code = null;

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
            (history, needsHistory, lastHeard) = ([], true, "");
            Pending = new();
        }
        else if (step is not null)
        {
            Remember(step);
            lastHeard = Later(lastHeard, LastHeardIn([step]));
            Pending.Follow(step);
        }

        (State, Version) = (state, version);
        (IsHolding, Held) = (false, []);
    }

    private void Remember(Step step)
    {
        if (needsHistory)
        {
            history.Add(step);
        }
        else if (history.Count > 0)
        {
            history = [];
        }
    }

    private static string LastHeardIn(IEnumerable<Step> steps) =>
        steps.SelectMany(step => step.Happened).OfType<EventRaised>().Select(raised => raised.Message).Aggregate("", Later);

    private static string Later(string one, string other) => string.CompareOrdinal(one, other) < 0 ? other : one;
}
