using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Recipients;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>What to do about an item now. This is the only place that decides it.</summary>
/// <param name="Rows">New lines of the ledger: to be sent, or not and why.</param>
/// <param name="NextAt">When to look again; null when nothing more is expected as things stand.</param>
public sealed record Decision(IReadOnlyList<LedgerRow> Rows, Instant? NextAt)
{
    /// <summary>How soon to look again for a notice that has to go out before others may.</summary>
    private static readonly Duration LookAgain = Duration.FromHours(1);

    /// <param name="receiver">Who really receives now what a line says.</param>
    public static Decision Decide(Instant now, IReadOnlyList<TimetableEntry> timetable, Func<TimetableEntry, Recipient> receiver)
    {
        List<LedgerRow> rows = [];
        List<TimetableEntry> expected = [.. timetable.Where(entry => entry.State == NoticeState.Expected)];

        rows.AddRange(expected.Where(entry => entry.Skip is not null)
            .Select(entry => entry.ToRow(now).WithState(NoticeState.Skipped, now, entry.Skip)));

        // After an outage everybody hears the newest of each ladder, once; the older ones say less than it does (law 5).
        foreach (IGrouping<object, TimetableEntry> due in expected.Where(entry => IsDue(entry, now))
            .GroupBy(entry => (object)(entry.Key.Ladder, entry.Key.Recipient)))
        {
            // Before a long holiday several rungs share a moment; the one that stands last in the plan is the newest.
            TimetableEntry newest = due.OrderBy(entry => entry.Planned).Last();
            rows.AddRange(due.Select(entry => entry == newest
                ? ToSend(entry, now, receiver(entry))
                : entry.ToRow(now).WithState(NoticeState.Superseded, now, ReasonPhrases.SupersededBy(newest.Key))));
        }

        return new(rows, Next(expected.Where(entry => entry.Skip is null && !IsDue(entry, now)), now));
    }

    /// <summary>
    /// The same, with a look when somebody is back to whose substitute any of it goes: until then, nothing else may be to be said.
    /// </summary>
    public Decision WithReports(AgreedItem item, Plan plan, Contacts contacts, IReadOnlyList<LedgerRow> ledger, Instant now) =>
        AbsenceReports.NextAt(item, plan, contacts, ledger, Rows, now) is { } back
            ? this with { NextAt = NextAt is { } next ? Instant.Min(next, back) : back }
            : this;

    /// <summary>
    /// At most <paramref name="max"/> rows, and a look at the rest right away. What is not to be sent comes first: an older notice
    /// must be out of the way before the newest is in the ledger, or the next look would take it for the newest.
    /// </summary>
    public Decision Limited(int max, Instant now) =>
        Rows.Count <= max ? this : new([.. Rows.OrderBy(row => row.State == NoticeState.Planned).Take(max)], now);

    private static bool IsDue(TimetableEntry entry, Instant now) => entry.Skip is null && entry.DueAt <= now;

    /// <summary>When the first of these may go out that may not yet.</summary>
    internal static Instant? Next(IEnumerable<TimetableEntry> later, Instant now)
    {
        List<Instant> moments = [.. later.Select(entry => entry.DueAt ?? Instant.Max(entry.Planned, now + LookAgain))];
        return moments.Count == 0 ? null : moments.Min();
    }

    /// <summary>What happened while somebody was away is told to nobody else: who is away once more hears it when they are back.</summary>
    private static LedgerRow ToSend(TimetableEntry entry, Instant now, Recipient recipient) =>
        entry.Key.Ladder == LadderName.Absence && recipient.Trace is not null
            ? entry.ToRow(now).WithState(NoticeState.Skipped, now, ReasonPhrases.AwayAgain.Text)
            : entry.ToRow(now) with { SentTo = recipient.Person.Id, Trace = recipient.Trace, Slot = LeadersReview.SlotOf(entry, now) };
}
