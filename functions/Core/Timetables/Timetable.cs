using System.Runtime.InteropServices;
using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Recipients;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>
/// Who was told and who will be told what and when about one item: the ledger's lines and those still expected as things stand,
/// by moment. Pure and total. The engine, the dry run, the board and the simulation all ask this one function.
/// </summary>
public static class Timetable
{
    /// <summary>An owner who is told of lateness every week for ten years has other problems.</summary>
    public const int LinesMax = 10_000;

    /// <summary>As many as most plans say about an item; room for more is made where there are more.</summary>
    private const int LinesMostly = 32;

    /// <summary>Room for sixteen ladders.</summary>
    private const int LadderBits = 4;

    /// <summary>A million lines, before all but <see cref="LinesMax"/> are left out.</summary>
    private const int PlaceBits = 20;

    private static readonly LadderName[] Names = Enum.GetValues<LadderName>();

    public static IReadOnlyList<TimetableEntry> Compute(AgreedItem item, Plan plan, JointDays days, Contacts contacts, IReadOnlyList<LedgerRow> ledger)
    {
        TimetableContext context = new(item, plan, days, contacts, ledger);
        List<TimetableEntry> entries = new(ledger.Count + LinesMostly);
        foreach (LedgerRow row in ledger)
        {
            entries.Add(TimetableEntry.FromRow(row));
        }

        foreach (LadderName name in Names)
        {
            foreach (Anchor anchor in Anchor.AnchorsOf(name, item))
            {
                if (plan.Ladder(name) is { } ladder)
                {
                    new RunningLadder(context, ladder, anchor).AddEntries(entries);
                }
            }
        }

        return InOrder(entries);
    }

    /// <summary>Whether the ladder of a notice still runs for the item as it stands, around the same anchor.</summary>
    public static bool IsRunning(RungKey key, AgreedItem item) => Array.Exists(Anchor.AnchorsOf(key.Ladder, item), anchor => anchor.Revision == key.AnchorRevision);

    /// <summary>
    /// Whether what a planned notice says is still so, and still theirs to hear: a report may have come in while it lay in the
    /// bag, or the item have changed hands.
    /// </summary>
    public static bool StillApplies(LedgerRow row, AgreedItem item, Plan plan, Contacts contacts) =>
        row.Key.Ladder == LadderName.Undelivered
        || (IsRunning(row.Key, item)
            && contacts.PeopleInRole(item, row.Key.Ladder, row.Role).Contains(row.Key.Recipient)
            && (row.Key.Ladder != LadderName.Progress || IsFarAhead(row, item, contacts[row.Key.Recipient]))
            && (row.Key.Ladder != LadderName.Handover || row.Role != Role.Owner || TellsOwner(plan) || RunningLadder.TellsNewOwner(item, row.Key.AnchorRevision))
            && (row.Key.Ladder == LadderName.Handover || row.SentTo is null || !item.IsFormerOwnerOnly(row.SentTo)));

    /// <summary>Whether the owner hears of a hand-over in any case, not only where the clock stands still.</summary>
    private static bool TellsOwner(Plan plan) => plan.Ladder(LadderName.Handover)?.SpeaksTo(Role.Owner) == true;

    /// <summary>Whether the due date lies as far ahead as where interim word is asked for: it may have been moved.</summary>
    private static bool IsFarAhead(LedgerRow row, AgreedItem item, Contact to) =>
        Period.DaysBetween(row.Planned.InZone(to.Zone).Date, item.DueOn) > Plan.ProgressHorizon;

    /// <summary>By moment, and then by ladder; what shares both stays in the order in which the plan says it.</summary>
    private static List<TimetableEntry> InOrder(List<TimetableEntry> entries)
    {
        // One number to compare by, as plain as it gets: the second, the ladder and the place.
        long[] places = new long[entries.Count];
        for (int n = 0; n < entries.Count; n++)
        {
            places[n] = (((entries[n].Planned.ToUnixTimeSeconds() << LadderBits) | (uint)entries[n].Key.Ladder) << PlaceBits) | (uint)n;
        }

        places.AsSpan().Sort(CollectionsMarshal.AsSpan(entries));
        return entries.Count > LinesMax ? entries[..LinesMax] : entries;
    }
}
