using FollowUp.Agreements;
using FollowUp.Following;
using FollowUp.Items;
using FollowUp.Notices;
using FollowUp.People;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>
/// Packs letters from postbags, and writes down what became of them. Between the two lies the sending: a crash there sends the
/// same letter again under the same Message-ID, and never not at all.
/// </summary>
public sealed class Mailroom(AgreementFiles files, Outcomes outcomes, Postbag postbag, DueIndex due, ReferenceData data, ItemContext context, Correspondence correspondence)
{
    /// <summary>From putting a notice into the bag to its row in the ledger, retries included, it is seconds.</summary>
    private static readonly Duration LongestCommit = Duration.FromMinutes(10);

    /// <summary>What a letter says of today and of the days that are left is good for a morning.</summary>
    private static readonly Duration Fresh = Duration.FromHours(4);

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
        List<Bagged> bagged = await Open(post, posted, cancel);
        List<NoticeFacts> facts = [.. bagged.Select(one => one.Facts).OfType<NoticeFacts>()];
        List<NoticeFacts> overtaken = [.. bagged.Where(one => one is { Facts: not null, Holds: false }).Select(one => one.Facts!)];
        _ = await outcomes.Write(overtaken.Select(fact => new Outcome(fact.Agreement.Id, fact.Row.Key, NoticeState.Skipped, "overtaken: the item moved on first")), now, cancel);

        List<NoticeFacts> holding = [.. facts.Except(overtaken)];
        if (holding.Count == 0)
        {
            await Empty(post, bagged, now, cancel);
            return null;
        }

        Person to = await data.Person(post.Recipient, cancel) ?? throw new NotThereException($"Person {post.Recipient}");
        return await postbag.Pack(post, Composer.Compose(post, to, holding, correspondence.BoardUrl, correspondence.Domain, now), cancel);
    }

    /// <summary>
    /// The packed letter, about to be tried (again). One that the channel is known not to have taken, and of which something is no
    /// longer so, its reader's address included, is packed anew as things stand; null when that leaves nothing to say, or the letter was marked already.
    /// </summary>
    public async Task<Letter?> Ready(Post post, Instant now, CancellationToken cancel)
    {
        (Letter? letter, bool isDelayed) = await postbag.Waiting(post, cancel);
        if (letter is null || !isDelayed)
        {
            return letter;
        }

        List<Bagged> bagged = await Open(post, letter.Notices.Select(notice => notice.Of), cancel);
        bool isOutdone = await Supersede(bagged, now, cancel);
        Person? to = await data.Person(post.Recipient, cancel);
        bool isTheirs = (to?.Name, to?.Email, to?.Language) == (letter.Name, letter.Address, letter.Language);
        if (!isOutdone && isTheirs && now - letter.WrittenAt < Fresh && bagged.All(one => one.Holds))
        {
            // From here on it may be out: what happens to the item no longer changes what its reader was told.
            await postbag.Delay(post, isDelayed: false, cancel);
            return letter;
        }

        await postbag.Close(post, cancel);
        return await Pack(post, now, cancel);
    }

    /// <summary>
    /// After days without mail, too, everybody hears the newest of each ladder once (law 5): what was written down since says more
    /// than what still lies here.
    /// </summary>
    /// <returns>Whether there was any.</returns>
    private async Task<bool> Supersede(IEnumerable<Bagged> bagged, Instant now, CancellationToken cancel)
    {
        List<Outcome> older = [];
        foreach ((LedgerRow row, AgreedItem item, Agreement agreement, _) in bagged.Where(one => one.Holds).Select(one => one.Facts!))
        {
            ItemFile? file = await files.Open(agreement.Id, item.Id, cancel);
            if (file?.Ledger.Where(row.IsOutdoneBy).MaxBy(other => other.Planned) is { } newest)
            {
                older.Add(new(agreement.Id, row.Key, NoticeState.Superseded, $"superseded by {newest.Key}"));
            }
        }

        _ = await outcomes.Write(older, now, cancel);
        return older.Count > 0;
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

    /// <summary>
    /// Takes out what is settled. A notice that the ledger does not know is either on its way there, and whoever writes it starts
    /// this post again, or was never written: only its age tells.
    /// </summary>
    private async Task Empty(Post post, List<Bagged> bagged, Instant now, CancellationToken cancel)
    {
        bool isFresh = now - DueIndex.MinuteOf(post) < LongestCommit;
        await postbag.Take(post, bagged.Where(one => one.IsKnown || !isFresh).Select(one => one.Posted), cancel);
        if (!isFresh || bagged.All(one => one.IsKnown))
        {
            await due.UnmarkPost(post, cancel);
        }
    }

    private async Task<List<Bagged>> Open(Post post, IEnumerable<Posted> posted, CancellationToken cancel)
    {
        List<Bagged> bagged = [];
        foreach (Posted[] some in posted.Chunk(ReadAtOnce))
        {
            bagged.AddRange(await Task.WhenAll(some.Select(one => Open(post, one, cancel))));
        }

        return bagged;
    }

    private async Task<Bagged> Open(Post post, Posted posted, CancellationToken cancel)
    {
        Task<StoredAgreement?> head = files.Find(posted.Agreement, cancel);
        Task<LedgerRow?> row = files.FindNotice(posted.Agreement, posted.Key, cancel);
        StoredItem? item = await files.FindItem(posted.Agreement, posted.Key.Item, cancel);
        if (await row is not { State: NoticeState.Planned } planned || await head is not { } agreement || item is null)
        {
            return new(posted, IsKnown: await row is not null, null, Holds: false);
        }

        if (planned.Slot != post.Slot || planned.SentTo != post.Recipient)
        {
            // Its row was to be written in this slot and was not, since the host died in between; it was decided on anew later, and
            // goes out in that letter.
            return new(posted, IsKnown: true, null, Holds: false);
        }

        Surroundings around = await context.Of(item.Item, cancel);
        return new(posted, IsKnown: true, new(planned, item.Item, agreement.Agreement, around.Contacts.Find), Timetable.Holds(planned, item.Item, around.Contacts));
    }

    /// <summary>A notice in the bag, and what there is to it: nothing to send when it is settled, or not in the ledger (yet).</summary>
    /// <param name="Holds">Whether what it says is still so.</param>
    private sealed record Bagged(Posted Posted, bool IsKnown, NoticeFacts? Facts, bool Holds);
}
