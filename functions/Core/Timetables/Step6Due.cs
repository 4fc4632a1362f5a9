using NodaTime;

namespace FollowUp.Timetables;

/// <summary>
/// Step 6 from rung to moment: from when the notice may go out. A moment that is past already is due now: nothing here asks for the
/// time, and <see cref="Decision"/> sends whatever is due at or before it and is not in the ledger (law 4).
/// </summary>
internal static class Step6Due
{
    /// <summary>
    /// The planned moment, or later: not before its ladder runs, and for those above not before <paramref name="escalation"/> lets it.
    /// Null while it waits for another notice.
    /// </summary>
    public static Instant? DueAt(ScheduledTime time, Addressee to, Anchor anchor, Escalation escalation) =>
        escalation.EarliestFor(to, time) is { } earliest ? Instant.Max(earliest, anchor.Since) : null;
}
