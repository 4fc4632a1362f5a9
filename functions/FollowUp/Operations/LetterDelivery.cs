using FollowUp.Delivery;
using FollowUp.Ledger;
using FollowUp.Letters;
using FollowUp.People;
using FollowUp.Storage;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>
/// Packs letters from postbags, and writes down what became of them. Between the two lies the sending, which one at a time may do: a
/// crash there sends the same letter again under the same Message-ID, a minute later, and never not at all.
/// </summary>
public sealed class LetterDelivery(AgreementStore store, DeliveryRecorder recorder, Outbox outbox, ReferenceStore reference, TimetableInputsLoader inputs, LetterWriter writer)
{
    /// <summary>From putting a notice into the bag to its row in the ledger, retries included, it is seconds.</summary>
    private static readonly Duration LongestCommit = Duration.FromMinutes(10);

    /// <summary>What a letter says of today and of the days that are left is good for a morning.</summary>
    private static readonly Duration Fresh = Duration.FromHours(4);

    /// <summary>Connections that a mail server takes from one client without complaint; looks at items go on beside them by the hundred.</summary>
    private const int LettersAtOnce = 20;

    private readonly SemaphoreSlim places = new(LettersAtOnce);
    private readonly OutboxNotices outboxNotices = new(store, inputs);

    /// <summary>Whoever is about to try a letter waits for a place before opening its bag, so that nothing goes stale while they wait.</summary>
    /// <returns>What gives the place back.</returns>
    public async Task<IDisposable> Place(CancellationToken cancel)
    {
        await places.WaitAsync(cancel);
        return new Taken(places);
    }

    /// <summary>
    /// The letter of this post as it is to be tried now, in that hand: packed before, or now of what lies in the bag. What can never be
    /// said, or never to its reader, is brought to its end here, and not tried.
    /// </summary>
    /// <exception cref="LetterInOtherHandsException">Somebody else is trying it.</exception>
    public async Task<NextLetter> Next(LetterKey letterKey, string hand, Instant now, CancellationToken cancel)
    {
        OutboxBatch bag = await Open(letterKey, cancel);
        if (bag.Letter is not { } packed)
        {
            return await Pack(letterKey, bag.Notices, hand, now, cancel);
        }

        if (!await outbox.Take(letterKey, hand, now, cancel))
        {
            throw new LetterInOtherHandsException(letterKey);
        }

        List<OutboxNotice> pending = await outboxNotices.LookUp(letterKey, packed.Notices.Select(notice => notice.Of), cancel);
        if (pending.Find(one => one.WasIn(letterKey)) is { Row: { } marked })
        {
            // It was out, and whoever wrote that down came no further than this. Letters that follow from it are marked, and the sweep starts them.
            _ = await RecordDelivery(letterKey, packed, marked.State == NoticeState.Failed ? marked.Why : null, now, cancel);
        }
        else if (await AsItIs(letterKey, bag, pending, hand, now, cancel) is { } toSend)
        {
            return new(toSend);
        }
        else
        {
            await outbox.RemoveLetter(letterKey, [], cancel);
        }

        return await Pack(letterKey, (await Open(letterKey, cancel)).Notices, hand, now, cancel);
    }

    /// <summary>One more than fits into a letter, to see whether there is to be another.</summary>
    private Task<OutboxBatch> Open(LetterKey letterKey, CancellationToken cancel) => outbox.Read(letterKey, Letter.NoticesMax + 1, cancel);

    /// <returns>The packed letter, where it is to be tried as it was packed; null where it is to be packed anew.</returns>
    private async Task<LetterToSend?> AsItIs(LetterKey letterKey, OutboxBatch bag, List<OutboxNotice> pending, string hand, Instant now, CancellationToken cancel)
    {
        Letter packed = bag.Letter!;

        // What cannot be written was never out, whoever packed it: earlier versions kept such letters and tried them for ever.
        WrittenLetter? written = Envelope.Fault(packed.Address) is null ? writer.Write(packed) : null;
        if (written is null)
        {
            _ = await Supersede(pending, now, cancel);
            return null;
        }

        return !bag.IsDelayed || await IsStillSo(letterKey, packed, pending, hand, now, cancel)
            ? new(written, bag.Notices.Count > packed.Notices.Count, MayBeOut: !bag.IsDelayed)
            : null;
    }

    private async Task<NextLetter> Pack(LetterKey letterKey, IReadOnlyList<NoticeRef> noticeRefs, string hand, Instant now, CancellationToken cancel)
    {
        List<OutboxNotice> pending = await outboxNotices.LookUp(letterKey, noticeRefs.Take(Letter.NoticesMax), cancel);
        List<NoticeFacts> holding = await Holding(pending, now, cancel);
        (LetterDraft draft, string why) = await Drafted(letterKey, holding, now, cancel);
        List<DeliveryOutcome> failed =
        [
            .. pending.Where(one => one.Fault is not null).Select(one => new DeliveryOutcome(one.Posted.Agreement, one.Posted.Key, NoticeState.Failed, one.Fault, now)),
            .. draft.Unsayable.Select(facts => new DeliveryOutcome(facts.Agreement.Id, facts.Row.Key, NoticeState.Failed, why, now)),
        ];
        IReadOnlyList<LetterKey> alarms = await recorder.Record(failed, cancel);
        if (draft.Letter is not { } written)
        {
            await Empty(letterKey, pending, now, cancel);
            return new(null) { Refusal = failed.FirstOrDefault()?.Why, HasMore = failed.Count > 0 && noticeRefs.Count > pending.Count, Alarms = alarms };
        }

        LetterToSend toSend = await outbox.AddLetter(letterKey, written.Letter, hand, cancel)
            ? new(written, noticeRefs.Count > written.Letter.Notices.Count, MayBeOut: false)
            : throw new LetterInOtherHandsException(letterKey);
        return new(toSend) { Refusal = failed.FirstOrDefault()?.Why, HasMore = true, Alarms = alarms };
    }

    /// <summary>What is to be said and still so; what is not, is written down as overtaken.</summary>
    private async Task<List<NoticeFacts>> Holding(List<OutboxNotice> pending, Instant now, CancellationToken cancel)
    {
        List<NoticeFacts> overtaken = [.. pending.Where(one => one is { Facts: not null, Holds: false }).Select(one => one.Facts!)];
        _ = await recorder.Record(overtaken.Select(fact => new DeliveryOutcome(fact.Agreement.Id, fact.Row.Key, NoticeState.Skipped, ReasonPhrases.Overtaken.Text, now)), cancel);
        return [.. pending.Select(one => one.Facts).OfType<NoticeFacts>().Except(overtaken)];
    }

    /// <returns>The letter, and why what is not in it never will be in any.</returns>
    private async Task<(LetterDraft Draft, string Why)> Drafted(LetterKey letterKey, List<NoticeFacts> holding, Instant now, CancellationToken cancel)
    {
        if (holding.Count == 0)
        {
            return (new(null, []), "");
        }

        Person? to = holding[0].People(letterKey.Recipient) ?? await reference.Person(letterKey.Recipient, cancel);
        return Unreachable(to) is { } fault ? (new(null, holding), fault) : (writer.Draft(letterKey, to!, holding, now), LetterWriter.Unsayable);
    }

    /// <summary>Why no letter reaches them as the register has them; null where one may.</summary>
    private static string? Unreachable(Person? to) =>
        to is null or { IsMissing: true } ? ReasonPhrases.PersonMissing.Text
        : Envelope.Fault(to.Email) ?? (to.HasClock ? null : ReasonPhrases.TimeZoneUnknown.Fill(to.TimeZone));

    /// <summary>
    /// Whether a letter that the channel is known not to have taken still says what is so, to an address that is still right: if not,
    /// it is packed anew.
    /// </summary>
    private async Task<bool> IsStillSo(LetterKey letterKey, Letter letter, List<OutboxNotice> pending, string hand, Instant now, CancellationToken cancel)
    {
        bool isOutdone = await Supersede(pending, now, cancel);
        bool isTheirs = letter.IsFor(await reference.Person(letterKey.Recipient, cancel));
        if (isOutdone || !isTheirs || now - letter.WrittenAt >= Fresh || pending.Exists(one => !one.Holds))
        {
            return false;
        }

        // From here on it may be out: what happens to the item no longer changes what its reader was told.
        await outbox.SetDelayed(letterKey, isDelayed: false, hand, cancel);
        return true;
    }

    /// <summary>
    /// After days without mail, too, everybody hears the newest of each ladder once (law 5): what was written down since says more
    /// than what still lies here.
    /// </summary>
    /// <returns>Whether there was any.</returns>
    private async Task<bool> Supersede(IEnumerable<OutboxNotice> pending, Instant now, CancellationToken cancel)
    {
        IReadOnlyList<DeliveryOutcome> older = await outboxNotices.Outdone(pending, now, cancel);
        _ = await recorder.Record(older, cancel);
        return older.Count > 0;
    }

    /// <summary>The channel has never taken it; it is still ours to change.</summary>
    public Task SetDelayed(LetterKey letterKey, string hand, CancellationToken cancel) => outbox.SetDelayed(letterKey, isDelayed: true, hand, cancel);

    /// <summary>Every notice of the letter comes to its final state, and the bag is emptied of them.</summary>
    /// <param name="refusal">Why the letter will never arrive; null when it went out.</param>
    /// <returns>Letters that have to be written because of it.</returns>
    public async Task<IReadOnlyList<LetterKey>> RecordDelivery(LetterKey letterKey, Letter letter, string? refusal, Instant now, CancellationToken cancel)
    {
        NoticeState state = refusal is null ? NoticeState.Sent : NoticeState.Failed;
        IReadOnlyList<LetterKey> letterKeys = await recorder.Record(letter.Notices.Select(notice => new DeliveryOutcome(notice.Of.Agreement, notice.Of.Key, state, refusal, now)), cancel);
        await outbox.RemoveLetter(letterKey, letter.Notices.Select(notice => notice.Of), cancel);
        return letterKeys;
    }

    /// <summary>The same for a letter that only its post tells; nothing where it was marked already.</summary>
    public async Task<IReadOnlyList<LetterKey>> RecordDelivery(LetterKey letterKey, string? refusal, Instant now, CancellationToken cancel) =>
        await outbox.ReadLetter(letterKey, cancel) is { } letter ? await RecordDelivery(letterKey, letter, refusal, now, cancel) : [];

    /// <summary>
    /// Takes out what is settled. A notice that the ledger does not know is either on its way there, and whoever writes it starts
    /// this post again, or was never written: only its age tells.
    /// </summary>
    private Task Empty(LetterKey letterKey, List<OutboxNotice> pending, Instant now, CancellationToken cancel)
    {
        bool isFresh = now - letterKey.Minute < LongestCommit;
        return outbox.Take(letterKey, pending.Where(one => one.Row is not null || !isFresh).Select(one => one.Posted), cancel);
    }

    private sealed class Taken(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}

/// <summary>What a post's turn came to.</summary>
/// <param name="Letter">Null where there is nothing (left) to hand over.</param>
public sealed record NextLetter(LetterToSend? Letter)
{
    /// <summary>Why something of it will never go out; null where nothing had to be given up.</summary>
    public string? Refusal { get; init; }

    /// <summary>Whether the bag has more than was looked at.</summary>
    public bool HasMore { get; init; }

    /// <summary>Letters that tell somebody of what was given up.</summary>
    public IReadOnlyList<LetterKey> Alarms { get; init; } = [];
}

/// <summary>A letter that is to be tried now.</summary>
/// <param name="HasMore">Whether something else lies in its bag. What comes there later is started by whoever puts it in, or found by the sweep.</param>
/// <param name="MayBeOut">An earlier try, of which nobody knows how it ended, may have handed it over: then it stays what it is, whatever becomes of the item.</param>
public sealed record LetterToSend(WrittenLetter Written, bool HasMore, bool MayBeOut);
