using FollowUp.Journal;
using FollowUp.Ledger;

namespace FollowUp.Proof;

/// <summary>Whom entries and rows name, so that a proof file can say who they are.</summary>
public static class Mentions
{
    /// <summary>Every word that could be somebody's id, besides what is none: whoever asks knows which of them are.</summary>
    public static IReadOnlySet<string> In(IEnumerable<Entry> entries, IEnumerable<LedgerRow> rows)
    {
        HashSet<string> found = [];
        foreach (string? text in entries.SelectMany(entry => new[] { entry.By, entry.Through, entry.Text })
            .Concat(rows.SelectMany(row => new[] { row.Key.Recipient, row.SentTo, row.Trace })))
        {
            Collect(text ?? "", found);
        }

        return found;
    }

    private static void Collect(string text, HashSet<string> found)
    {
        for (int from = 0, at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && (char.IsAsciiLetterLower(text[at]) || char.IsAsciiDigit(text[at]) || text[at] == '-'))
            {
                continue;
            }

            if (at > from)
            {
                _ = found.Add(text[from..at]);
            }

            from = at + 1;
        }
    }
}
