using Azure;
using FollowUp.LocalHost.TaskHub;

namespace FollowUp.LocalHost.Engine;

/// <summary>What is known of an instance between its steps.</summary>
internal sealed class CachedInstance(StoredInstance stored)
{
    private List<Step> history = [.. stored.History];
    private bool needsHistory = true;
    private string lastHeard = LastHeardIn(stored.History);

    public InstanceState State { get; private set; } = stored.State;

    /// <summary>Its steps; none once its code is kept, which has been through them. A year of them is most of what an instance would take.</summary>
    public IReadOnlyList<Step> History => history;

    public OutstandingTasks Outstanding { get; private set; } = OutstandingTasks.FromHistory(stored.History);

    public ETag Version { get; private set; } = stored.Version;

    /// <summary>Its code, where it waits for what the next step tells it; null where that begins anew.</summary>
    public OrchestratorSession? Session { get; private set; }

    /// <summary>Whether it stands further than the store says, by steps that the next one stores as well.</summary>
    public bool HasDeferredCommit { get; private set; }

    /// <summary>Inbox rows that the messages steps read.</summary>
    public IReadOnlyList<string> DeferredMessages { get; private set; } = [];

    /// <summary>Messages are named by when they were sent: one that comes after all that it has heard is new, of another only its history can tell.</summary>
    public bool MayHaveHeard(IEnumerable<InboxRow> unread) => Session is not null && unread.Any(row => string.CompareOrdinal(row.Key, lastHeard) <= 0);

    /// <summary>From its next step on the code goes on from here.</summary>
    /// <param name="withHistory">Whether somebody wants to compare the one with the other.</param>
    public void KeepSession(OrchestratorSession session, bool withHistory) => (Session, needsHistory) = (session, withHistory);

    /// <summary>It has ended, or begins again.</summary>
    public void EndSession() => Session = null;

    public void Defer(InstanceUpdate update)
    {
        IReadOnlyList<string> messages = [.. DeferredMessages, .. update.Consumed];
        Advance(update.State, update.Step, Version);
        (HasDeferredCommit, DeferredMessages) = (true, messages);
    }

    public void Advance(InstanceState state, Step? step, ETag version)
    {
        if (state.Execution != State.Execution)
        {
            (history, needsHistory, lastHeard) = ([], true, "");
            Outstanding = new();
        }
        else if (step is not null)
        {
            Remember(step);
            lastHeard = Later(lastHeard, LastHeardIn([step]));
            Outstanding.Apply(step);
        }

        (State, Version) = (state, version);
        (HasDeferredCommit, DeferredMessages) = (false, []);
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
