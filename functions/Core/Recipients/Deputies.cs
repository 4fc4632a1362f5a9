using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.People;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Recipients;

/// <summary>
/// Who gets at one moment what is meant for the people of an item, and may act for them: whoever is asked to decide may decide. But
/// nobody stands in against themselves (law 15): who owns the item, or acts for its owner, neither decides on it for another nor
/// hears in another's place that it is late.
/// </summary>
public sealed class Deputies(AgreedItem item, Contacts contacts, Instant now)
{
    private string[]? forOwner;

    /// <param name="role">As what <paramref name="person"/> is told.</param>
    public Recipient Resolve(LadderName ladder, string role, string person)
    {
        Person meant = contacts[person].Person;
        string[] passedOver = ladder.IsEscalation(role)
            ? [.. EscalationTargets.Candidates(item, role).TakeWhile(other => other != person)]
            : [];
        if (passedOver.Length == 0 && !meant.IsAwayAt(now))
        {
            return new(meant, null);
        }

        bool isJudging = IsJudging(ladder, role);
        SubstituteSearch standIns = new(
            FindWithPart, now, other => other == person ? null
                : isJudging ? ObjectionTo(other, ladder, role)
                : role == Role.FormerOwner ? ObjectionToTakenOver(other)
                : null);
        Array.ForEach(passedOver, standIns.PassOver);
        return Recipient.Resolve(meant, LevelsFor(role, person, standIns), isJudging ? [item.Coordinator, item.Issuer] : [], standIns);
    }

    /// <summary>
    /// Whoever stands in for a former owner has mostly taken over from them: then it waits for the former owner, and no level hears of it.
    /// </summary>
    private IEnumerable<string> LevelsFor(string role, string person, SubstituteSearch standIns) =>
        EscalationTargets.LevelsAbove(item, role, person).TakeWhile(_ => role != Role.FormerOwner || !standIns.HasPassedOver);

    /// <summary>Nobody has to be told that what they stand in for was handed over to them: they are asked to sign for it.</summary>
    private string? ObjectionToTakenOver(string person) => person == item.Owner ? TracePhrases.Owns.Fill(person) : null;

    /// <summary>Who acts for those of its people who are away.</summary>
    public IReadOnlyList<Acting> FindActing() =>
    [
        .. StandInsForOwner().Select(by => new Acting(Role.Owner, item.Owner, by)),
        .. item.Supporting.SelectMany(unit => StandInsFor(Role.Supporting, unit).Select(by => new Acting(Role.Supporting, unit, by))),
        .. ActingFor(LadderName.Confirmation, Role.Issuer, item.Issuer),
        .. ActingFor(LadderName.Blocked, Role.Coordinator, item.Coordinator),
    ];

    /// <summary>
    /// Whether it asks somebody to decide, or tells them what others have left undone; what it says to those who do the work judges
    /// nobody.
    /// </summary>
    private static bool IsJudging(LadderName ladder, string role) => !ladder.IsNews()
        && (role is Role.Issuer or Role.Coordinator || (role != ladder.Aim() && role is not (Role.Owner or Role.Supporting)));

    /// <param name="ladder">One that is aimed at that role.</param>
    private IEnumerable<Acting> ActingFor(LadderName ladder, string role, string person) =>
        Resolve(ladder, role, person).Person.Id is var by && by != person ? [new(role, person, by)] : [];

    private string? ObjectionTo(string person, LadderName ladder, string role) =>
        person == item.Owner ? TracePhrases.Owns.Fill(person)
        : StandInsForOwner().Contains(person) ? TracePhrases.StandsIn.Fill(person, item.Owner)
        : item.IsReported && person == item.Completion!.By ? TracePhrases.Reported.Fill(person)
        : person == item.PendingExtension?.By ? TracePhrases.AskedFor.Fill(person)
        : role == ladder.Aim() ? null
        : ObjectionToAsked(person, ladder);

    /// <summary>
    /// Those above hear that somebody does not answer; whoever it is that does not, and acts for them, is not told so in another's
    /// place.
    /// </summary>
    private string? ObjectionToAsked(string person, LadderName ladder)
    {
        string[] asked = contacts.PeopleInRole(item, ladder.Aim());
        return asked.Contains(person) ? TracePhrases.WasAsked.Fill(person)
            : asked.FirstOrDefault(other => Resolve(ladder, ladder.Aim(), other).Person.Id == person) is { } absent
            ? TracePhrases.StandsIn.Fill(person, absent)
            : null;
    }

    private string[] StandInsForOwner() => forOwner ??= StandInsFor(Role.Owner, item.Owner);

    /// <summary>
    /// Whoever does the work is acted for along their row, and where that ends in nobody by the level that gets their letters.
    /// </summary>
    private string[] StandInsFor(string role, string person)
    {
        Person absent = contacts[person].Person;
        if (!absent.IsAwayAt(now))
        {
            return [];
        }

        Person? substitute = new SubstituteSearch(contacts.Find, now, _ => null).FindPresent(absent);
        Person receiver = Resolve(LadderName.Due, role, person).Person;
        return [.. new[] { substitute, receiver }.OfType<Person>().Select(one => one.Id).Where(by => by != person).Distinct()];
    }

    private Person? FindWithPart(string person) => item.IsFormerHolderOnly(person) ? null : contacts.Find(person);
}
