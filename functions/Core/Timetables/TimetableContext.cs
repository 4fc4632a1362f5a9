using FollowUp.Calendars;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.Plans;
using FollowUp.Recipients;
using NodaTime;

namespace FollowUp.Timetables;

/// <summary>What all ladders of one timetable count with.</summary>
internal sealed class TimetableContext(AgreedItem item, Plan plan, JointDays days, Contacts contacts, IReadOnlyList<LedgerRow> ledger)
{
    /// <summary>Owner, issuer, coordinator and a chain of three, as in most plans.</summary>
    private const int RolesMostly = 6;

    private readonly List<(string Role, string? Aim, Addressee[] Listeners)> known = new(RolesMostly);
    private readonly HashSet<RungKey> written = KeysOf(ledger);
    private Instant? overdueFrom;

    public AgreedItem Item => item;

    public Plan Plan => plan;

    public JointDays Days => days;

    public IReadOnlyList<LedgerRow> Ledger => ledger;

    /// <summary>In the item's zone; null while it waits for others.</summary>
    public LocalDate? AssignedOn { get; } = item.AssignedAt is { } assigned ? item.DayOf(assigned) : null;

    /// <summary>The first instant after the due date, where the item is due.</summary>
    public Instant OverdueFrom => overdueFrom ??= item.StartOf(item.DueOn.PlusDays(1));

    /// <summary>Whether the ledger knows it, so that it needs no other line.</summary>
    public bool IsInLedger(RungKey key) => written.Contains(key);

    /// <summary>
    /// Whom a plan's word means, and when they are at work; nobody where the chain has no such level. A plan says the same few words
    /// in rung after rung: each is looked up once, or once for each that it may be told of.
    /// </summary>
    public Addressee[] AddresseesOf(LadderName ladder, string role)
    {
        string? about = ladder.IsEscalation(role) ? ladder.Aim() : null;
        foreach ((string one, string? aim, Addressee[] addressees) in known)
        {
            if (one == role && aim == about)
            {
                return addressees;
            }
        }

        Addressee[] found = AddresseesAmong(role, contacts.PeopleInRole(item, ladder, role));
        known.Add((role, about, found));
        return found;
    }

    private Addressee[] AddresseesAmong(string role, string[] people)
    {
        Addressee[] addressees = new Addressee[people.Length];
        for (int n = 0; n < people.Length; n++)
        {
            Contact contact = contacts[people[n]];
            addressees[n] = new(role, contact, days.JoinedWith(contact.Calendar));
        }

        return addressees;
    }

    private static HashSet<RungKey> KeysOf(IReadOnlyList<LedgerRow> ledger)
    {
        HashSet<RungKey> keys = new(ledger.Count);
        foreach (LedgerRow row in ledger)
        {
            _ = keys.Add(row.Key);
        }

        return keys;
    }
}
