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
        select $"{roles.Key} is {string.Join(" and ", roles)}: told once{Consequences(item, roles.Key)}.";

    private static IEnumerable<(string Person, string Role)> All(AgreedItem item) =>
    [
        (item.Owner, Role.Owner),
        .. item.Supporting.Select(unit => (unit, Role.Supporting)),
        (item.Issuer, Role.Issuer),
        (item.Coordinator, Role.Coordinator),
        .. item.Chain.Select((level, n) => (level, $"level-{n + 1}")),
    ];

    private static string Consequences(AgreedItem item, string person) =>
        (item.Owner == item.Issuer && person == item.Owner ? "; nobody else confirms what they report, or decides on their extensions" : "")
        + (item.Chain.Contains(person) && (person == item.Owner || person == item.Issuer || person == item.Coordinator) ? "; where it is about them, the next one above is told instead" : "");
}
