using FollowUp.Following;
using FollowUp.Notices;

namespace FollowUp.Storage;

/// <summary>Puts notices into postbags so that whatever lies in one is found, whenever its host dies.</summary>
public sealed class Posting(Postbag postbag, DueIndex due, TimeProvider clock)
{
    private readonly ThisMinute marked = new(clock);

    public async Task Put(Post post, string agreement, RungKey key, CancellationToken cancel)
    {
        // Before: a notice in an unmarked bag, decided on anew in a later slot, would lie there for good. Nobody takes a mark away
        // before its minute is over.
        if (!marked.Has(post))
        {
            await due.MarkPost(post, cancel);
            marked.Add(post);
        }

        await postbag.Put(post.Recipient, post.Slot, agreement, key, cancel);

        // Once it is, somebody may have found the bag empty in between and taken the mark away.
        if (marked.IsOver(post))
        {
            await due.MarkPost(post, cancel);
        }
    }
}
