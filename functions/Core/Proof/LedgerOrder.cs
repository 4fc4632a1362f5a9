using FollowUp.Ledger;
using FollowUp.Plans;

namespace FollowUp.Proof;

/// <summary>Of rows in a proof file: by item, anchor, ladder, rung, occurrence and recipient, texts by their characters.</summary>
public sealed class LedgerOrder : IComparer<SealedRow>
{
    private LedgerOrder()
    {
    }

    public static LedgerOrder Instance { get; } = new();

    public int Compare(SealedRow? x, SealedRow? y) => Compare(
        string.CompareOrdinal(x!.Item, y!.Item), x.AnchorRevision.CompareTo(y.AnchorRevision),
        string.CompareOrdinal(x.Ladder.Word(), y.Ladder.Word()), string.CompareOrdinal(x.Rung, y.Rung),
        x.Occurrence.CompareTo(y.Occurrence), string.CompareOrdinal(x.To, y.To));

    private static int Compare(params ReadOnlySpan<int> fields)
    {
        foreach (int field in fields)
        {
            if (field != 0)
            {
                return field;
            }
        }

        return 0;
    }
}
