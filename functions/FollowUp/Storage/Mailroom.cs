using FollowUp.Following;
using FollowUp.Notices;
using FollowUp.People;
using FollowUp.Plans;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>
/// Packs letters from postbags, and writes down what became of them. Between the two lies the sending: a crash there sends the
/// same letter again under the same Message-ID, and never not at all.
/// </summary>
public sealed class Mailroom(AgreementFiles files, Outcomes outcomes, Postbag postbag, DueIndex due, ReferenceData data, ItemContext context, Correspondence correspondence)
{
    /// <summary>Each reads a dozen rows; a letter of hundreds of notices must not take all connections.</summary>
    private const int ReadAtOnce = 20;

    /// <summary>The letter for this post, packed now or before; null when there is nothing (left) to say.</summary>
    public async Task<Letter?> Pack(Post post, Instant now, CancellationToken cancel)
    {
        if (await postbag.Packed(post, cancel) is { } packed)
        {
            return packed;
        }

        IReadOnlyList<Posted> posted = await postbag.Notices(post, Letter.NoticesMax, cancel);
        List<NoticeFacts> facts = await Facts(posted, cancel);
        List<NoticeFacts> overtaken = [.. facts.Where(fact => !Holds(fact))];
        _ = await outcomes.Write(overtaken.Select(fact => new Outcome(fact.Agreement.Id, fact.Row.Key, NoticeState.Skipped, "overtaken: the item moved on first")), now, cancel);

        List<NoticeFacts> holding = [.. facts.Except(overtaken)];
        if (holding.Count == 0)
        {
            await postbag.Take(post, posted, cancel);
            await due.UnmarkPost(post, cancel);
            return null;
        }

        Person to = await data.Person(post.Recipient, cancel) ?? throw new NotThereException($"Person {post.Recipient}");
        return await postbag.Pack(post, Composer.Compose(post, to, holding, correspondence.BoardUrl, correspondence.Domain, now), cancel);
    }

    /// <summary>
    /// The packed letter, about to be tried (again). One that the channel is known not to have taken, and of which something is no
    /// longer so, is packed anew without it; null when that leaves nothing to say, or the letter was marked already.
    /// </summary>
    public async Task<Letter?> Ready(Post post, Instant now, CancellationToken cancel)
    {
        (Letter? letter, bool isDelayed) = await postbag.Waiting(post, cancel);
        if (letter is null || !isDelayed)
        {
            return letter;
        }

        List<NoticeFacts> facts = await Facts(letter.Notices.Select(notice => notice.Of), cancel);
        if (facts.Count == letter.Notices.Count && facts.All(Holds))
        {
            // From here on it may be out: what happens to the item no longer changes what its reader was told.
            await postbag.Delay(post, isDelayed: false, cancel);
            return letter;
        }

        await postbag.Close(post, cancel);
        return await Pack(post, now, cancel);
    }

    /// <summary>The channel did not take it; it is still ours to change.</summary>
    public Task Delay(Post post, CancellationToken cancel) => postbag.Delay(post, isDelayed: true, cancel);

    /// <summary>Every notice of the letter comes to its final state, and the bag is emptied of them.</summary>
    /// <param name="refusal">Why the letter will never arrive; null when it went out.</param>
    /// <returns>Letters that have to be written because of it.</returns>
    public async Task<IReadOnlyList<Post>> Mark(Post post, string? refusal, Instant now, CancellationToken cancel)
    {
        if (await postbag.Packed(post, cancel) is not { } letter)
        {
            return [];
        }

        NoticeState state = refusal is null ? NoticeState.Sent : NoticeState.Failed;
        IReadOnlyList<Post> more = await outcomes.Write(letter.Notices.Select(notice => new Outcome(notice.Of.Agreement, notice.Of.Key, state, refusal)), now, cancel);
        await postbag.Take(post, letter.Notices.Select(notice => notice.Of), cancel);
        await postbag.Close(post, cancel);
        return more;
    }

    /// <summary>Of those that are still to be sent.</summary>
    private async Task<List<NoticeFacts>> Facts(IEnumerable<Posted> posted, CancellationToken cancel)
    {
        List<NoticeFacts> facts = [];
        foreach (Posted[] some in posted.Chunk(ReadAtOnce))
        {
            facts.AddRange((await Task.WhenAll(some.Select(one => Facts(one, cancel)))).OfType<NoticeFacts>());
        }

        return facts;
    }

    private async Task<NoticeFacts?> Facts(Posted posted, CancellationToken cancel)
    {
        Task<StoredAgreement?> head = files.Find(posted.Agreement, cancel);
        Task<LedgerRow?> row = files.FindNotice(posted.Agreement, posted.Key, cancel);
        StoredItem? item = await files.FindItem(posted.Agreement, posted.Key.Item, cancel);
        if (await row is not { State: NoticeState.Planned } planned || await head is not { } agreement || item is null)
        {
            return null;
        }

        Surroundings around = await context.Of(item.Item, cancel);
        return new(planned, item.Item, agreement.Agreement, around.Contacts.Find);
    }

    /// <summary>Whether what the notice says is still so: a report or a confirmation may have come in while it lay in the bag.</summary>
    private static bool Holds(NoticeFacts facts) =>
        facts.Row.Key.Ladder == LadderName.Undelivered || Timetable.Runs(facts.Row.Key, facts.Item);
}
