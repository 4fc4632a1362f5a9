using FollowUp.Plans;

namespace FollowUp.Items;

/// <summary>A part that people have in an item beside owning it, in the journal's words.</summary>
public static class ItemPart
{
    public const string Issuer = Role.Issuer;
    public const string Coordinator = Role.Coordinator;
    public const string Supporting = Role.Supporting;

    /// <summary>The contact on the other side.</summary>
    public const string Counterpart = "counterpart";

    /// <summary>The levels above the owner, the lowest first.</summary>
    public const string Chain = "chain";

    public static IReadOnlyList<string> All { get; } = [Issuer, Coordinator, Supporting, Counterpart, Chain];

    /// <summary>The parts of one person each, which somebody must have.</summary>
    public static bool IsOfOne(string part) => part is Issuer or Coordinator;

    /// <summary>What an agreement names for all of its items.</summary>
    public static bool IsOfAgreement(string part) => part is Coordinator or Chain;

    /// <summary>Who has it, in order.</summary>
    public static IReadOnlyList<string> PeopleIn(this AgreedItem item, string part) => part switch
    {
        Issuer => [item.Issuer],
        Coordinator => [item.Coordinator],
        Supporting => item.Supporting,
        Counterpart => item.Counterpart is { } other ? [other] : [],
        Chain => item.Chain,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "is no part in an item"),
    };

    internal static AgreedItem WithPeopleIn(this AgreedItem item, string part, IReadOnlyList<string> people) => part switch
    {
        Issuer => item with { Issuer = people[0] },
        Coordinator => item with { Coordinator = people[0] },
        Supporting => item with { Supporting = people },
        Counterpart => item with { Counterpart = people is [var other] ? other : null },
        Chain => item with { Chain = people },
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "is no part in an item"),
    };
}
