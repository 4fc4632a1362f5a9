using FollowUp.Following;
using FollowUp.Notices;

namespace FollowUp.Storage;

/// <summary>Puts notices into postbags so that whatever lies in one is found, whenever its host dies.</summary>
public sealed class Posting(Postbag postbag, DueIndex due, TimeProvider clock)
{
    public async Task Put(Post post, string agreement, RungKey key, CancellationToken cancel)
    {
        // Before: a notice in an unmarked bag, decided on anew in a later slot, would lie there for good.
        await due.MarkPost(post, cancel);
        await postbag.Put(post.Recipient, post.Slot, agreement, key, cancel);

        // Once its minute is over, somebody may have found the bag empty in between and taken the mark away.
        if (clock.GetUtcNow() >= DueIndex.MinuteOf(post).ToDateTimeOffset().AddMinutes(1))
        {
            await due.MarkPost(post, cancel);
        }
    }
}
