using FollowUp.Items;
using FollowUp.Plans;

namespace FollowUp.Recipients;

/// <summary>
/// That one person has several parts in an item: whoever is more than one of those a rung speaks to is told once, and who would judge
/// themselves is passed over. The register may say so, but not without a word.
/// </summary>
internal static class OverlappingRoles
{
    public static IEnumerable<string> Warnings(AgreedItem item) =>
        from part in All(item).Distinct()
        group part.Role by part.Person into roles
        where roles.Skip(1).Any()
        select WarningPhrases.SeveralParts.Fill(
            roles.Key, roles, IsJudgedByNobody(item, roles.Key) ? true : null, IsPassedOver(item, roles.Key) ? true : null);

    private static IEnumerable<(string Person, string Role)> All(AgreedItem item) =>
    [
        (item.Owner, Role.Owner),
        .. item.Supporting.Select(unit => (unit, Role.Supporting)),
        (item.Issuer, Role.Issuer),
        (item.Coordinator, Role.Coordinator),
        .. item.Chain.Select((level, n) => (level, $"level-{n + 1}")),
    ];

    /// <summary>Nobody else confirms what they report, or decides on their extensions.</summary>
    private static bool IsJudgedByNobody(AgreedItem item, string person) => item.Owner == item.Issuer && person == item.Owner;

    /// <summary>Where it is about them, the next one above is told instead.</summary>
    private static bool IsPassedOver(AgreedItem item, string person) =>
        item.Chain.Contains(person) && (person == item.Owner || person == item.Issuer || person == item.Coordinator);
}
