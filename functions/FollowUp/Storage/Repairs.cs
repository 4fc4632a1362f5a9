using FollowUp.Following;
using FollowUp.Items;
using FollowUp.Notices;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>What was written again for one agreement.</summary>
/// <param name="Items">Those of which something may still have to be said: their clocks are to be started.</param>
/// <param name="Posts">Letters that are on their way by the ledger.</param>
public sealed record Repaired(IReadOnlyList<ItemRef> Items, IReadOnlyList<Post> Posts);

/// <summary>
/// Writes again what can be told from the agreements' own rows: every index, and what lies in the postbags. Doing it twice, or to
/// what was in order, is harmless. Nothing here says anything to anybody.
/// </summary>
public sealed class Repairs(Tables tables, AgreementFiles files, DueIndex due, Posting posting, Mentions mentions)
{
    /// <summary>The tables, should one of them be gone.</summary>
    public Task Begin(CancellationToken cancel) => tables.Create(cancel);

    public async Task<Repaired> Agreement(string agreement, Instant now, CancellationToken cancel)
    {
        AgreedItem[] items = [.. (await files.Items(agreement, cancel)).Select(stored => stored.Item)];
        await mentions.Put(agreement, items.SelectMany(Contacts.Of), cancel);
        AgreedItem[] unfinished = [.. items.Where(item => item.IsOpen || item.NextAt is not null)];
        List<Post> posts = [];
        foreach (AgreedItem item in unfinished)
        {
            if (item.NextAt is { } next && next > now)
            {
                await due.Mark(agreement, item.Id, next, cancel);
            }

            posts.AddRange(await Bag(item, cancel));
        }

        // The sweep looks at each soon, and starts its clock once more: one that is started right away may be thought to run still.
        await due.Mark(agreement, [.. unfinished.Select(item => item.Id)], now, cancel);
        return new([.. unfinished.Select(item => new ItemRef(agreement, item.Id))], [.. posts.Distinct()]);
    }

    private async Task<List<Post>> Bag(AgreedItem item, CancellationToken cancel)
    {
        List<Post> posts = [];
        foreach (LedgerRow row in (await files.Ledger(item.Agreement, item.Id, cancel)).Where(row => row.State == NoticeState.Planned))
        {
            Post post = new(row.SentTo!, row.Slot!);

            // Whoever marked it this very minute remembers that, and not that the index is gone.
            await due.MarkPost(post, cancel);
            await posting.Put(post, item.Agreement, row.Key, cancel);
            posts.Add(post);
        }

        return posts;
    }
}
