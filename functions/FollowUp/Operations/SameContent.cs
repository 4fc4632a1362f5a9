using FollowUp.Parsing;
using FollowUp.Storage;
using FollowUp.Values;

namespace FollowUp.Operations;

/// <summary>
/// Whether what comes in is what is there. Texts are kept in one Unicode form now; a store that earlier versions wrote has them in the
/// form in which they came, and with fingerprints of that form.
/// </summary>
internal static class SameContent
{
    /// <param name="items">What there is of the agreement's items.</param>
    public static bool IsOf(this AgreementDraft draft, StoredAgreement head, IReadOnlyCollection<StoredItem> items)
    {
        if (head.Fingerprint == draft.Fingerprint)
        {
            return true;
        }

        List<StoredItem?> stored = [.. draft.Items.Select(item => items.FirstOrDefault(one => one.Item.Id == item.Id && item.IsOf(one)))];
        return Fingerprints.HashOf(head.Agreement) == Fingerprints.HashOf(draft.Agreement)
            && !stored.Contains(null)
            && head.Fingerprint == Fingerprints.HashOfForm(new { head.Agreement, Items = stored.Select(item => item!.Fingerprint) });
    }

    /// <summary>Nothing of an item but its title is written by people.</summary>
    public static bool IsOf(this ItemDraft draft, StoredItem item) => item.Fingerprint == draft.Fingerprint
        || (Fingerprints.HashOf(item.Item.Title) == Fingerprints.HashOf(draft.Title)
        && item.Fingerprint == Fingerprints.HashOfForm(draft with { Title = item.Item.Title }));
}
