using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Storage;

namespace FollowUp.Access;

/// <summary>What of the register a caller is shown in lists: what <see cref="Authorization"/> lets them read one by one.</summary>
public sealed class Visibility(AgreementQueries queries)
{
    /// <summary>In whose agreements to look for what is theirs; null for those who see everything.</summary>
    public static IReadOnlyList<string>? Among(Principal who) =>
        who.SeesAll ? null : [.. who.People, .. who.StandsInFor, .. who.LiaisonFor];

    /// <summary>Whether an item is theirs to read.</summary>
    public static bool Sees(Principal who, AgreedItem item) =>
        who.SeesAll || Authorization.Decide("GetItem", who, AccessTarget.Of(item)).IsAllowed;

    /// <summary>Whether an agreement as a whole is theirs to read, also where none of its items is.</summary>
    public static bool Sees(Principal who, Agreement agreement) =>
        who.SeesAll || Authorization.Decide("GetAgreementJournal", who, AccessTarget.Of(agreement)).IsAllowed;

    /// <summary>The agreement with those of its items that are theirs to see; null where none is, nor the agreement as a whole.</summary>
    public async Task<StoredAgreement?> Of(StoredAgreement head, Principal who, CancellationToken cancel)
    {
        if (Sees(who, head.Agreement))
        {
            return head;
        }

        IReadOnlyList<StoredItem> all = await queries.Items(head.Agreement.Id, cancel);
        HashSet<string> theirs = [.. all.Select(one => one.Item).Where(item => Sees(who, item)).Select(item => item.Id)];
        return theirs.Count == 0 ? null : head with { Items = [.. head.Items.Where(theirs.Contains)] };
    }
}
