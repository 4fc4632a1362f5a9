using System.Security.Cryptography;
using Azure.Data.Tables;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>
/// What this host has put into the index for what it is about to write, and which items rely on it: those of one agreement that are
/// to be looked at in one minute share a row, which goes with the last of them. What a host leaves behind, the sweep finds.
/// </summary>
internal sealed class DueEntryTracker(IndexWriter rows, TimeProvider clock)
{
    /// <summary>
    /// For a crowd that comes together. Whoever comes later puts it again, should the table have been lost and made anew meanwhile.
    /// </summary>
    private static readonly Duration Trusted = Duration.FromMinutes(1);

    /// <summary>No two hosts share a row: none takes away what another relies on.</summary>
    private readonly string host = RandomNumberGenerator.GetHexString(12, lowercase: true);

    private readonly Lock gate = new();

    /// <summary>By minute, and then by agreement.</summary>
    private readonly SortedDictionary<string, Dictionary<string, SharedEntry>> minutes = new(StringComparer.Ordinal);

    /// <returns>Done when the index has it.</returns>
    public Task Add(string agreement, IReadOnlyCollection<string> items, Instant at)
    {
        string minute = TableKeys.DueBefore(at);
        lock (gate)
        {
            Instant now = clock.Now();
            ForgetBefore(now);
            SharedEntry mark = Of(minute, agreement);
            mark.Items.UnionWith(items);

            // One whose minute is over may be gone: the sweep takes away what it has seen to.
            if (mark.Put is null or { IsFaulted: true } || now - mark.PutAt >= Trusted || IsBefore(minute, now))
            {
                (mark.Put, mark.PutAt) = (rows.Put(Row(agreement, at), CancellationToken.None), now);
            }

            return mark.Put;
        }
    }

    /// <summary>Whatever is relied on from now on is put anew.</summary>
    public void Forget()
    {
        lock (gate)
        {
            minutes.Clear();
        }
    }

    /// <summary>The item has moved on from that minute, and does not rely on it any more.</summary>
    /// <returns>Done when the index has it no longer, where nobody else relies on it.</returns>
    public Task Remove(string agreement, string item, Instant at)
    {
        lock (gate)
        {
            Dictionary<string, SharedEntry>? minute = minutes.GetValueOrDefault(TableKeys.DueBefore(at));
            if (minute?.GetValueOrDefault(agreement) is not { } mark || !mark.Items.Remove(item) || mark.Items.Count > 0)
            {
                return Task.CompletedTask;
            }

            _ = minute.Remove(agreement);
            return rows.Remove(TableKeys.DueAt(at, agreement), TableKeys.DueAgreement(agreement, host), CancellationToken.None);
        }
    }

    private SharedEntry Of(string minute, string agreement)
    {
        if (!minutes.TryGetValue(minute, out Dictionary<string, SharedEntry>? ofMinute))
        {
            minutes.Add(minute, ofMinute = []);
        }

        if (!ofMinute.TryGetValue(agreement, out SharedEntry? mark))
        {
            ofMinute.Add(agreement, mark = new());
        }

        return mark;
    }

    private void ForgetBefore(Instant now)
    {
        while (minutes.Keys.FirstOrDefault() is { } first && IsBefore(first, now))
        {
            _ = minutes.Remove(first);
        }
    }

    private static bool IsBefore(string minute, Instant now) => string.CompareOrdinal(minute, TableKeys.DueBefore(now)) < 0;

    private TableEntity Row(string agreement, Instant at) =>
        new(TableKeys.DueAt(at, agreement), TableKeys.DueAgreement(agreement, host)) { ["At"] = at.ToDateTimeOffset() };

    /// <summary>A row, and who relies on it.</summary>
    private sealed class SharedEntry
    {
        public HashSet<string> Items { get; } = [];

        /// <summary>Null before it was asked for the first time.</summary>
        public Task? Put { get; set; }

        public Instant PutAt { get; set; }
    }
}
