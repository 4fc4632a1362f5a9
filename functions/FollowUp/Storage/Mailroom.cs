using FollowUp.Agreements;
using FollowUp.Following;
using FollowUp.Items;
using FollowUp.Notices;
using FollowUp.People;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>
/// Packs letters from postbags, and writes down what became of them. Between the two lies the sending, which one at a time may do: a
/// crash there sends the same letter again under the same Message-ID, a minute later, and never not at all.
/// </summary>
public sealed class Mailroom(AgreementFiles files, Outcomes outcomes, Postbag postbag, ReferenceData data, ItemContext context, Correspondence correspondence)
{
    /// <summary>From putting a notice into the bag to its row in the ledger, retries included, it is seconds.</summary>
    private static readonly Duration LongestCommit = Duration.FromMinutes(10);

    /// <summary>What a letter says of today and of the days that are left is good for a morning.</summary>
    private static readonly Duration Fresh = Duration.FromHours(4);

    /// <summary>A letter with notices of hundreds of agreements must not take all connections.</summary>
    private const int ReadAtOnce = 20;

    /// <summary>Connections that a mail server takes from one client without complaint; looks at items go on beside them by the hundred.</summary>
    private const int LettersAtOnce = 20;

    private readonly SemaphoreSlim places = new(LettersAtOnce);

    /// <summary>Whoever is about to try a letter waits for a place before opening its bag, so that nothing goes stale while they wait.</summary>
    /// <returns>What gives the place back.</returns>
    public async Task<IDisposable> Place(CancellationToken cancel)
    {
        await places.WaitAsync(cancel);
        return new Taken(places);
    }

    /// <summary>
    /// The letter of this post as it is to be tried now, in that hand: packed before, or now of what lies in the bag; null when there
    /// is nothing (left) to say.
    /// </summary>
    /// <exception cref="LetterInOtherHandsException">Somebody else is trying it.</exception>
    public async Task<Ready?> Next(Post post, string hand, Instant now, CancellationToken cancel)
    {
        Bag bag = await Open(post, cancel);
        if (bag.Letter is not { } packed)
        {
            return await Pack(post, bag.Notices, hand, now, cancel);
        }

        if (!await postbag.Take(post, hand, now, cancel))
        {
            throw new LetterInOtherHandsException(post);
        }

        List<Bagged> bagged = await Open(post, packed.Notices.Select(notice => notice.Of), cancel);
        if (bagged.Find(one => one.WasIn(post)) is { Row: { } marked })
        {
            // It was out, and whoever wrote that down came no further than this. Letters that follow from it are marked, and the sweep starts them.
            _ = await Mark(post, packed, marked.State == NoticeState.Failed ? marked.Why : null, now, cancel);
        }
        else if (!bag.IsDelayed || await IsStillSo(post, packed, bagged, hand, now, cancel))
        {
            return new(packed, bag.Notices.Count > packed.Notices.Count, MayBeOut: !bag.IsDelayed);
        }
        else
        {
            await postbag.Close(post, [], cancel);
        }

        return await Pack(post, (await Open(post, cancel)).Notices, hand, now, cancel);
    }

    /// <summary>One more than fits into a letter, to see whether there is to be another.</summary>
    private Task<Bag> Open(Post post, CancellationToken cancel) => postbag.Open(post, Letter.NoticesMax + 1, cancel);

    private async Task<Ready?> Pack(Post post, IReadOnlyList<Posted> posted, string hand, Instant now, CancellationToken cancel)
    {
        List<Bagged> bagged = await Open(post, posted.Take(Letter.NoticesMax), cancel);
        List<NoticeFacts> facts = [.. bagged.Select(one => one.Facts).OfType<NoticeFacts>()];
        List<NoticeFacts> overtaken = [.. bagged.Where(one => one is { Facts: not null, Holds: false }).Select(one => one.Facts!)];
        _ = await outcomes.Write(overtaken.Select(fact => new Outcome(fact.Agreement.Id, fact.Row.Key, NoticeState.Skipped, "overtaken: the item moved on first", now)), cancel);

        List<NoticeFacts> holding = [.. facts.Except(overtaken)];
        if (holding.Count == 0)
        {
            await Empty(post, bagged, now, cancel);
            return null;
        }

        Person to = holding[0].People(post.Recipient) ?? await data.Person(post.Recipient, cancel) ?? throw new NotThereException($"Person {post.Recipient}");
        Letter letter = Composer.Compose(post, to, holding, correspondence.BoardUrl, correspondence.Domain, now);
        return await postbag.Pack(post, letter, hand, cancel)
            ? new(letter, posted.Count > letter.Notices.Count, MayBeOut: false)
            : throw new LetterInOtherHandsException(post);
    }

    /// <summary>
    /// Whether a letter that the channel is known not to have taken still says what is so, to an address that is still right: if not,
    /// it is packed anew.
    /// </summary>
    private async Task<bool> IsStillSo(Post post, Letter letter, List<Bagged> bagged, string hand, Instant now, CancellationToken cancel)
    {
        bool isOutdone = await Supersede(bagged, now, cancel);
        Person? to = await data.Person(post.Recipient, cancel);
        bool isTheirs = (to?.Name, to?.Email, to?.Language) == (letter.Name, letter.Address, letter.Language);
        if (isOutdone || !isTheirs || now - letter.WrittenAt >= Fresh || bagged.Exists(one => !one.Holds))
        {
            return false;
        }

        // From here on it may be out: what happens to the item no longer changes what its reader was told.
        await postbag.Delay(post, isDelayed: false, hand, cancel);
        return true;
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
                older.Add(new(agreement.Id, row.Key, NoticeState.Superseded, $"superseded by {newest.Key}", now));
            }
        }

        _ = await outcomes.Write(older, cancel);
        return older.Count > 0;
    }

    /// <summary>The channel has never taken it; it is still ours to change.</summary>
    public Task Delay(Post post, string hand, CancellationToken cancel) => postbag.Delay(post, isDelayed: true, hand, cancel);

    /// <summary>Every notice of the letter comes to its final state, and the bag is emptied of them.</summary>
    /// <param name="refusal">Why the letter will never arrive; null when it went out.</param>
    /// <returns>Letters that have to be written because of it.</returns>
    public async Task<IReadOnlyList<Post>> Mark(Post post, Letter letter, string? refusal, Instant now, CancellationToken cancel)
    {
        NoticeState state = refusal is null ? NoticeState.Sent : NoticeState.Failed;
        IReadOnlyList<Post> posts = await outcomes.Write(letter.Notices.Select(notice => new Outcome(notice.Of.Agreement, notice.Of.Key, state, refusal, now)), cancel);
        await postbag.Close(post, letter.Notices.Select(notice => notice.Of), cancel);
        return posts;
    }

    /// <summary>The same for a letter that only its post tells; nothing where it was marked already.</summary>
    public async Task<IReadOnlyList<Post>> Mark(Post post, string? refusal, Instant now, CancellationToken cancel) =>
        await postbag.Packed(post, cancel) is { } letter ? await Mark(post, letter, refusal, now, cancel) : [];

    /// <summary>
    /// Takes out what is settled. A notice that the ledger does not know is either on its way there, and whoever writes it starts
    /// this post again, or was never written: only its age tells.
    /// </summary>
    private Task Empty(Post post, List<Bagged> bagged, Instant now, CancellationToken cancel)
    {
        bool isFresh = now - post.Minute < LongestCommit;
        return postbag.Take(post, bagged.Where(one => one.Row is not null || !isFresh).Select(one => one.Posted), cancel);
    }

    /// <summary>Each item is read once for all its notices: of two that were written down together, a second reading might find the one that the first did not.</summary>
    private async Task<List<Bagged>> Open(Post post, IEnumerable<Posted> posted, CancellationToken cancel)
    {
        Posted[] all = [.. posted];
        Dictionary<ItemRef, ItemFile?> read = [];
        foreach (IGrouping<string, ItemRef>[] some in all.Select(ItemOf).Distinct().GroupBy(item => item.Agreement).Chunk(ReadAtOnce))
        {
            IReadOnlyList<ItemFile?>[] found = await Task.WhenAll(some.Select(its => files.Open(its.Key, [.. its.Select(item => item.Item)], cancel)));
            foreach ((ItemRef item, ItemFile? file) in some.SelectMany(its => its).Zip(found.SelectMany(file => file)))
            {
                read.Add(item, file);
            }
        }

        // After the items: whoever came to one since is not somebody from before.
        Func<AgreedItem, Task<Surroundings>> around = await context.AsOfNow(cancel);
        return [.. await Task.WhenAll(all.Select(one => Open(post, one, read[ItemOf(one)], around)))];

        static ItemRef ItemOf(Posted one) => new(one.Agreement, one.Key.Item);
    }

    private static async Task<Bagged> Open(Post post, Posted posted, ItemFile? file, Func<AgreedItem, Task<Surroundings>> surroundings)
    {
        LedgerRow? row = file?.Ledger.FirstOrDefault(row => row.Key == posted.Key);

        // A row that was to be written in this slot and was not, since the host died in between, was decided on anew later, and goes
        // out in that letter.
        if (file is null || row is not { State: NoticeState.Planned } || row.Slot != post.Slot || row.SentTo != post.Recipient)
        {
            return new(posted, row, null, Holds: false);
        }

        Surroundings around = await surroundings(file.Item.Item);
        return new(posted, row, new(row, file.Item.Item, file.Agreement.Agreement, around.Contacts.Find), Timetable.Holds(row, file.Item.Item, around.Plan, around.Contacts));
    }

    private sealed class Taken(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }

    /// <summary>A notice in the bag, and what there is to it: nothing to send when it is settled, or not in the ledger (yet).</summary>
    /// <param name="Row">Null while the ledger does not know it.</param>
    /// <param name="Holds">Whether what it says is still so.</param>
    private sealed record Bagged(Posted Posted, LedgerRow? Row, NoticeFacts? Facts, bool Holds)
    {
        /// <summary>Whether the letter of that post carried it, and somebody wrote down what became of that.</summary>
        public bool WasIn(Post post) => Row is { State: NoticeState.Sent or NoticeState.Failed } && (Row.Slot, Row.SentTo) == (post.Slot, post.Recipient);
    }
}

/// <summary>A letter that is to be tried now.</summary>
/// <param name="HasMore">Whether something else lies in its bag. What comes there later is started by whoever puts it in, or found by the sweep.</param>
/// <param name="MayBeOut">An earlier try, of which nobody knows how it ended, may have handed it over: then it stays what it is, whatever becomes of the item.</param>
public sealed record Ready(Letter Letter, bool HasMore, bool MayBeOut);
