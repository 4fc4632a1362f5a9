using FollowUp.Agreements;
using FollowUp.Items;

namespace FollowUp.Access;

/// <summary>Whose a thing is that somebody calls for.</summary>
public sealed record AccessTarget(
    IReadOnlyList<string> Coordinators, IReadOnlyList<string> Owners, IReadOnlyList<string> Issuers, IReadOnlyList<string> Leaders)
{
    /// <summary>The office as a whole, or nothing that anybody has a part in.</summary>
    public static AccessTarget Office { get; } = new([], [], [], []);

    /// <summary>Contacts on the other side, for those of ours who talk with them.</summary>
    public IReadOnlyList<string> Counterparts { get; private init; } = [];

    /// <summary>Whose own it is, and nobody's who stands in for them.</summary>
    public string? Self { get; private init; }

    public static AccessTarget OfPerson(string person) => new([], [], [], []) { Self = person };

    public static AccessTarget Of(AgreedItem item) => new(
        [item.Coordinator],
        [item.Owner, .. item.Supporting],
        [item.Issuer],
        [.. item.Chain, .. item.ToldLate.Where(person => !item.IsFormerHolderOnly(person))])
    {
        Counterparts = item.Counterpart is { } counterpart ? [counterpart] : [],
    };

    public static AccessTarget Of(Agreement agreement) => new([agreement.Coordinator], [], [], agreement.Chain);

    /// <summary>An agreement, for whoever has a part in any of its items.</summary>
    public static AccessTarget Of(Agreement agreement, IReadOnlyCollection<AgreedItem> items)
    {
        AccessTarget[] all = [.. items.Select(Of), Of(agreement)];
        return new(
            [.. all.SelectMany(one => one.Coordinators)], [.. all.SelectMany(one => one.Owners)],
            [.. all.SelectMany(one => one.Issuers)], [.. all.SelectMany(one => one.Leaders)])
        {
            Counterparts = [.. all.SelectMany(one => one.Counterparts)],
        };
    }

    /// <summary>All that they are to it.</summary>
    public AccessRoles RolesOf(Principal who) => who.Office
        | Where(who.IsAmong(Coordinators), AccessRoles.Coordinator)
        | Where(who.IsAmong(Owners) || Counterparts.Any(who.LiaisonFor.Contains), AccessRoles.Owner)
        | Where(who.IsAmong(Issuers), AccessRoles.Issuer)
        | Where(who.IsAmong(Leaders), AccessRoles.Leader)
        | Where(Self is { } self && who.People.Contains(self), AccessRoles.Self);

    private static AccessRoles Where(bool holds, AccessRoles role) => holds ? role : AccessRoles.None;
}
