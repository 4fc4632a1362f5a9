using FollowUp.Faults;
using FollowUp.Items;
using FollowUp.Plans;

namespace FollowUp.Access;

/// <summary>Whether a person may do something in another's name, which coordinators may, and the journal says.</summary>
public static class OnBehalf
{
    /// <summary>Who of the register acts: the coordinator, where they are one; null where the register does not know them.</summary>
    public static string? Acts(Principal who, AgreedItem item) =>
        who.People.FirstOrDefault(person => person == item.Coordinator) ?? who.People.FirstOrDefault();

    /// <summary>
    /// Why not; null where they may. Nobody decides in the issuer's place about their own work, also not as coordinator (law 15).
    /// </summary>
    /// <param name="actor">Who acts, with those for whom they stand in on this item.</param>
    public static string? Objection(Principal who, AccessRule rule, AgreedItem item, Actor actor)
    {
        if (!who.Office.HasFlag(AccessRoles.Coordinator) && !actor.ActsAs(Role.Coordinator, item.Coordinator))
        {
            return RefusalPhrases.OthersName.Fill((object)who.People);
        }

        return rule.Judges && who.People.FirstOrDefault(person => IsAbout(item, person, actor)) is { } self
            ? RefusalPhrases.OwnWork.Fill(self)
            : null;
    }

    private static bool IsAbout(AgreedItem item, string person, Actor actor) => person == item.Owner
        || (person == actor.Person && actor.ActsAs(Role.Owner, item.Owner))
        || (item.IsReported && person == item.Completion!.By)
        || person == item.PendingExtension?.By;
}
