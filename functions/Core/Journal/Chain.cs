using NodaTime;

namespace FollowUp.Journal;

/// <summary>Where the chain of one agreement stands: the number and hash of its last entry.</summary>
public sealed record Chain(int Seq, string Hash)
{
    /// <summary>Before the first entry.</summary>
    public static Chain Empty { get; } = new(0, new string('0', 64));

    /// <summary>The entries that <paramref name="happenings"/> become, in order, after this head.</summary>
    public IReadOnlyList<Entry> Append(string agreement, Instant at, IEnumerable<JournalEvent> happenings)
    {
        List<Entry> entries = [];
        Chain head = this;
        foreach (JournalEvent happening in happenings)
        {
            int seq = head.Seq + 1;
            Entry unsealed = new(seq, at, happening.Event, agreement, happening.Item, happening.By, happening.Text, head.Hash, "")
            {
                Through = happening.Through,
                Digest = happening.Digest,
            };
            entries.Add(unsealed with { Hash = HashOf(unsealed) });
            head = new(seq, entries[^1].Hash);
        }

        return entries;
    }

    /// <summary>The first entry that does not fit, by number; null when the export is whole. Needs no access to the store.</summary>
    public static int? FindBreak(IEnumerable<Entry> entries)
    {
        Chain head = Empty;
        foreach (Entry entry in entries)
        {
            if (entry.Seq != head.Seq + 1 || entry.Previous != head.Hash || !entry.IsSealed())
            {
                return entry.Seq;
            }

            head = new(entry.Seq, entry.Hash);
        }

        return null;
    }

    private static string HashOf(Entry entry) => Entry.HashOf(
        entry.Seq, entry.At, entry.Event, entry.Agreement, entry.Item, entry.By, entry.Text, entry.Previous, entry.Through, entry.Digest);
}
