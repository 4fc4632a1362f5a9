using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Recipients;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>
/// Who was told and who will be told what and when about one item: the ledger's rows and the notices still expected as things stand,
/// by moment. Pure and total. The engine, the dry run, the board and the simulation all ask this one function.
/// </summary>
public static class Timetable
{
    /// <summary>An owner who is told of lateness every week for ten years has other problems.</summary>
    public const int LinesMax = 10_000;

    /// <summary>As many as most plans say about an item; room for more is made where there are more.</summary>
    private const int LinesMostly = 32;

    private static readonly LadderName[] Ladders = Enum.GetValues<LadderName>();

    /// <param name="now">
    /// How far to count what has no end: of the weekly reviews those that have come by then are here, and the next one.
    /// </param>
    public static IReadOnlyList<TimetableEntry> Compute(
        AgreedItem item, Plan plan, JointDays days, Contacts contacts, IReadOnlyList<LedgerRow> ledger, Instant now)
    {
        TimetableContext context = new(item, plan, days, contacts, ledger);
        List<TimetableEntry> entries = new(ledger.Count + LinesMostly);
        foreach (LedgerRow row in ledger)
        {
            entries.Add(TimetableEntry.FromRow(row));
        }

        foreach (LadderName ladder in Ladders)
        {
            RungScheduler.AddEntries(ladder, context, entries);
        }

        LeadersReview.AddEntries(context, now, entries);
        entries.AddRange(AbsenceReports.Expected(item, plan, contacts, ledger));
        TimetableOrder.Sort(entries);
        return entries.Count > LinesMax ? entries[..LinesMax] : entries;
    }
}
