using Azure;
using FollowUp.LocalHost.TaskHub;

namespace FollowUp.LocalHost.Engine;

/// <summary>
/// An instance as the active host keeps it in memory between its steps: its row, what it waits for, and perhaps its running code.
/// </summary>
internal sealed class CachedInstance(StoredInstance stored)
{
    private List<Step> history = [.. stored.History];
    private bool needsHistory = true;
    private string lastRead = LastReadIn(stored.History);

    public InstanceState State { get; private set; } = stored.State;

    /// <summary>
    /// Its steps; empty once a session is kept, which needs no replay. A year of steps is most of the memory an instance would take.
    /// </summary>
    public IReadOnlyList<Step> History => history;

    public OutstandingTasks Outstanding { get; private set; } = OutstandingTasks.FromHistory(stored.History);

    public ETag Version { get; private set; } = stored.Version;

    /// <summary>Its code, suspended where it awaits the next event; null where the next step replays it from the beginning.</summary>
    public OrchestratorSession? Session { get; private set; }

    /// <summary>Whether memory is ahead of the store, by steps that the next commit stores as well.</summary>
    public bool HasDeferredCommit { get; private set; }

    /// <summary>Keys of inbox rows that deferred steps consumed: the next commit deletes them.</summary>
    public IReadOnlyList<string> DeferredMessages { get; private set; } = [];

    /// <summary>
    /// Whether the history is needed to tell if a message is a duplicate. Keys begin with the time of sending, so one behind the last
    /// that was read is new.
    /// </summary>
    public bool MayBeDuplicate(IEnumerable<InboxRow> unread) =>
        Session is not null && unread.Any(row => string.CompareOrdinal(row.Key, lastRead) <= 0);

    /// <summary>The next step goes on in this session instead of replaying.</summary>
    /// <param name="withHistory">Whether the history is kept too, to verify the session against a replay.</param>
    public void KeepSession(OrchestratorSession session, bool withHistory) => (Session, needsHistory) = (session, withHistory);

    /// <summary>The execution has ended, or continues as new.</summary>
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
            (history, needsHistory, lastRead) = ([], true, "");
            Outstanding = new();
        }
        else if (step is not null)
        {
            Remember(step);
            lastRead = Later(lastRead, LastReadIn([step]));
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

    private static string LastReadIn(IEnumerable<Step> steps) =>
        steps.SelectMany(step => step.Happened).OfType<EventRaised>().Select(raised => raised.Message).Aggregate("", Later);

    private static string Later(string one, string other) => string.CompareOrdinal(one, other) < 0 ? other : one;
}
