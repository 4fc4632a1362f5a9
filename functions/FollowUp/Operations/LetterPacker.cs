using FollowUp.Delivery;
using FollowUp.Ledger;
using FollowUp.Letters;
using FollowUp.People;
using FollowUp.Storage;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>
/// Packs letters from the outbox. Between packing one and recording what became of it (<see cref="DeliveryRecorder"/>) lies the sending,
/// which one at a time may do: a crash there sends the same letter again under the same Message-ID, a minute later, and never not at all.
/// </summary>
public sealed class LetterPacker(
    AgreementStore store, DeliveryRecorder recorder, Outbox outbox, ReferenceStore reference, TimetableInputsLoader inputs,
    LetterRenderer renderer, LinkSettings links)
{
    /// <summary>From putting a notice into the outbox to its row in the ledger, retries included, it is seconds.</summary>
    private static readonly Duration LongestCommit = Duration.FromMinutes(10);

    /// <summary>What a letter says of today and of the days that are left is good for a morning.</summary>
    private static readonly Duration Fresh = Duration.FromHours(4);

    private readonly OutboxNotices notices = new(store, inputs, links);

    /// <summary>
    /// The letter as it is to be tried now, under that claim: packed before, or now of what lies in the outbox. What can never be said,
    /// or never to its reader, is brought to its end here, and not tried.
    /// </summary>
    /// <exception cref="LetterClaimedException">Somebody else is trying it.</exception>
    public async Task<NextLetter> Next(LetterKey key, string claim, Instant now, CancellationToken cancel)
    {
        OutboxBatch batch = await Read(key, cancel);
        if (batch.Letter is not { } packed)
        {
            return await Pack(key, batch.Notices, claim, now, cancel);
        }

        if (!await outbox.Claim(key, claim, now, cancel))
        {
            throw new LetterClaimedException(key);
        }

        List<OutboxNotice> pending = await notices.LookUp(key, packed.Notices.Select(notice => notice.Of), now, cancel);
        if (pending.Find(one => one.WasIn(key)) is { Row: { } recorded })
        {
            // It was out, and whoever recorded that came no further than this. Letters that follow from it are in the outbox: the sweep
            // starts them.
            HandedOver end = new(recorded.State == NoticeState.Failed ? recorded.Why : null, recorded.Reply);
            _ = await recorder.Record(key, packed, end, now, cancel);
        }
        else if (await AsPacked(key, batch, pending, claim, now, cancel) is { } toSend)
        {
            return new(toSend);
        }
        else
        {
            await outbox.RemoveLetter(key, [], cancel);
        }

        return await Pack(key, (await Read(key, cancel)).Notices, claim, now, cancel);
    }

    /// <summary>One more than fits into a letter, to see whether there is to be another.</summary>
    private Task<OutboxBatch> Read(LetterKey key, CancellationToken cancel) => outbox.Read(key, Letter.NoticesMax + 1, cancel);

    /// <returns>The packed letter, where it is to be tried as it was packed; null where it is to be packed anew.</returns>
    private async Task<LetterToSend?> AsPacked(
        LetterKey key, OutboxBatch batch, List<OutboxNotice> pending, string claim, Instant now, CancellationToken cancel)
    {
        Letter packed = batch.Letter!;

        // What cannot be written was never out, whoever packed it: earlier versions kept such letters and tried them for ever.
        RenderedLetter? rendered = RecipientAddress.Fault(packed.Address) is null ? renderer.Render(packed) : null;
        if (rendered is null)
        {
            _ = await Supersede(pending, now, cancel);
            return null;
        }

        return !batch.IsDelayed || await IsStillSo(key, packed, pending, claim, now, cancel)
            ? new(rendered, batch.Notices.Count > packed.Notices.Count, MayBeOut: !batch.IsDelayed)
            : null;
    }

    private async Task<NextLetter> Pack(
        LetterKey key, IReadOnlyList<NoticeRef> inOutbox, string claim, Instant now, CancellationToken cancel)
    {
        List<OutboxNotice> pending = await notices.LookUp(key, inOutbox.Take(Letter.NoticesMax), now, cancel);
        List<NoticeFacts> toSay = await StillSo(pending, now, cancel);
        (RenderResult draft, string why) = await Draft(key, toSay, now, cancel);
        List<DeliveryOutcome> failed =
        [
            .. pending.Where(one => one.Fault is not null).Select(one => DeliveryOutcome.Failed(one.Of, one.Fault!, now)),
            .. draft.Unrenderable.Select(facts => DeliveryOutcome.Failed(new(facts.Agreement.Id, facts.Row.Key), why, now)),
        ];
        IReadOnlyList<LetterKey> alarms = await recorder.Record(failed, cancel);
        if (draft.Letter is not { } written)
        {
            await RemoveSettled(key, pending, now, cancel);
            return new(null)
            {
                Refusal = failed.FirstOrDefault()?.Why,
                HasMore = failed.Count > 0 && inOutbox.Count > pending.Count,
                Alarms = alarms
            };
        }

        LetterToSend toSend = await outbox.AddLetter(key, written.Letter, claim, cancel)
            ? new(written, inOutbox.Count > written.Letter.Notices.Count, MayBeOut: false)
            : throw new LetterClaimedException(key);
        return new(toSend) { Refusal = failed.FirstOrDefault()?.Why, HasMore = true, Alarms = alarms };
    }

    /// <summary>What is to be said and still so; what is not, is recorded as overtaken.</summary>
    private async Task<List<NoticeFacts>> StillSo(List<OutboxNotice> pending, Instant now, CancellationToken cancel)
    {
        List<NoticeFacts> overtaken = [.. pending.Where(one => one is { Facts: not null, StillApplies: false }).Select(one => one.Facts!)];
        _ = await recorder.Record(
            overtaken.Select(facts => new DeliveryOutcome(
                facts.Agreement.Id, facts.Row.Key, NoticeState.Skipped, ReasonPhrases.Overtaken.Text, now)),
            cancel);
        return [.. pending.Select(one => one.Facts).OfType<NoticeFacts>().Except(overtaken)];
    }

    /// <returns>The letter, and why what is not in it never will be in any.</returns>
    private async Task<(RenderResult Draft, string Why)> Draft(
        LetterKey key, List<NoticeFacts> toSay, Instant now, CancellationToken cancel)
    {
        if (toSay.Count == 0)
        {
            return (new(null, []), "");
        }

        Person? to = toSay[0].People(key.Recipient) ?? await reference.Person(key.Recipient, cancel);
        return WhyUnreachable(to) is { } fault
            ? (new(null, toSay), fault) : (renderer.RenderNotices(key, to!, toSay, now), LetterRenderer.UnrenderableReason);
    }

    /// <summary>Why no letter reaches them as the register has them; null where one may.</summary>
    private static string? WhyUnreachable(Person? to) =>
        to is null or { IsMissing: true } ? ReasonPhrases.PersonMissing.Text
        : RecipientAddress.Fault(to.Email) ?? (to.HasKnownZone ? null : ReasonPhrases.TimeZoneUnknown.Fill(to.TimeZone));

    /// <summary>
    /// Whether a letter that the channel is known not to have taken still says what is so, to an address that is still right: if not,
    /// it is packed anew.
    /// </summary>
    private async Task<bool> IsStillSo(
        LetterKey key, Letter letter, List<OutboxNotice> pending, string claim, Instant now, CancellationToken cancel)
    {
        bool isSuperseded = await Supersede(pending, now, cancel);
        bool isTheirs = letter.IsFor(await reference.Person(key.Recipient, cancel));
        if (isSuperseded || !isTheirs || now - letter.WrittenAt >= Fresh || pending.Exists(one => !one.StillApplies))
        {
            return false;
        }

        // From here on it may be out: what happens to the item no longer changes what its reader was told.
        await outbox.SetDelayed(key, isDelayed: false, claim, cancel);
        return true;
    }

    /// <summary>
    /// After days without mail, too, everybody hears the newest of each ladder once (law 5): what was written down since says more
    /// than what still lies here.
    /// </summary>
    /// <returns>Whether there was any.</returns>
    private async Task<bool> Supersede(IEnumerable<OutboxNotice> pending, Instant now, CancellationToken cancel)
    {
        IReadOnlyList<DeliveryOutcome> older = await notices.Superseded(pending, now, cancel);
        _ = await recorder.Record(older, cancel);
        return older.Count > 0;
    }

    /// <summary>
    /// A notice that the ledger does not know is either on its way there, and whoever writes it starts this letter again, or was never
    /// written: only its age tells.
    /// </summary>
    private Task RemoveSettled(LetterKey key, List<OutboxNotice> pending, Instant now, CancellationToken cancel)
    {
        bool isFresh = now - key.Minute < LongestCommit;
        return outbox.RemoveNotices(key, pending.Where(one => one.Row is not null || !isFresh).Select(one => one.Of), cancel);
    }
}
