using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Recipients;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>
/// Whoever was away hears, once they are back, what went to others in their place meanwhile (law 15): at the plan's hour of the first day
/// on which they are at work again, by their own calendar and by their absences as they stand. No plan has rungs for it.
/// </summary>
internal static class AbsenceReports
{
    /// <summary>A stored word: of the one rung that there is.</summary>
    public const string Rung = "back";

    /// <summary>The reports that are still to come.</summary>
    public static IEnumerable<TimetableEntry> Expected(AgreedItem item, Plan plan, Contacts contacts, IReadOnlyList<LedgerRow> ledger)
    {
        List<string>? absentees = null;
        foreach (LedgerRow row in ledger)
        {
            if (row.IsHandedOn() && absentees?.Contains(row.Key.Recipient) != true)
            {
                (absentees ??= []).Add(row.Key.Recipient);
            }
        }

        return absentees is null
            ? []
            : absentees.Select(person => ReportTo(person, item, plan, contacts, ledger)).OfType<TimetableEntry>();
    }

    /// <summary>When to look again for a report of what was decided just now; null where none is to come.</summary>
    public static Instant? NextAt(
        AgreedItem item, Plan plan, Contacts contacts, IReadOnlyList<LedgerRow> ledger, IReadOnlyList<LedgerRow> decided, Instant now) =>
        decided.Any(row => row.IsHandedOn() || row.IsAbsenceReport())
            ? Decision.Next(Expected(item, plan, contacts, [.. ledger, .. decided]), now)
            : null;

    private static TimetableEntry? ReportTo(
        string person, AgreedItem item, Plan plan, Contacts contacts, IReadOnlyList<LedgerRow> ledger)
    {
        List<LedgerRow> handedOn = HandedOn.Unreported(person, ledger);
        if (handedOn.Count == 0 || !contacts.HasPart(item, person) || contacts.FindContact(person) is not { } contact)
        {
            return null;
        }

        List<LedgerRow> earlier = [.. ledger.Where(row => row.IsAbsenceReport() && row.Key.Recipient == person)];
        Instant lastAway = handedOn.Concat(earlier.Where(row => row.SentTo is null)).Max(row => row.DecidedAt);
        Instant planned = contact.ToInstant(FirstDayBack(contact, lastAway.InZone(contact.Zone).Date) + plan.Hour);
        Instant? known = handedOn.Where(row => row.State == NoticeState.Sent).Min(row => row.At);
        return new(
            new(item.Id, earlier.Count + 1, LadderName.Absence, Rung, 0, person), handedOn.MaxBy(row => row.DecidedAt)!.Role, planned,
            known is { } at ? Instant.Max(planned, at) : null, null, null, null);
    }

    private static LocalDate FirstDayBack(Contact contact, LocalDate away)
    {
        JointDays own = new([contact.Calendar]);
        LocalDate day = own.RollForward(away);
        while (contact.Person.LastDayAway(day) is { } last)
        {
            day = own.RollForward(last.PlusDays(1));
        }

        return day;
    }
}
