using System.Collections.Concurrent;
using FollowUp.Delivery;
using FollowUp.Ledger;
using FollowUp.Operations;
using FollowUp.Scheduling;
using FollowUp.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Orchestrations;

/// <summary>
/// Puts a person's notices of one slot into one letter, unless nothing is left to say, hands it to the channel, and writes down what
/// became of it.
/// </summary>
public sealed class LetterSender(
    LetterPacker packer, DeliveryRecorder recorder, Outbox outbox, ILetterChannel channel, MailConnections connections, MailHealth mail,
    LetterStarter letters, UnmarkedLetters unmarked, TimeProvider clock, ILogger<LetterSender> log)
{
    /// <summary>
    /// Packing takes a fraction of a second. Who took longer may have stood still, and another host sent the letter meanwhile: it is
    /// looked at again, and claimed anew, so that most of the time for which the claim holds is left for handing it over.
    /// </summary>
    private static readonly Duration Awake = Duration.FromSeconds(15);

    /// <summary>Whoever is as slow as that several times in a row had better come again when there is less to do.</summary>
    private const int AgainMax = 3;

    /// <summary>
    /// What this host tries now. The others of its minute and the sweep may both come to a letter; a claim ends while a host that is slow
    /// still hands it over, and the same host must not hand it over twice.
    /// </summary>
    private readonly ConcurrentDictionary<LetterKey, bool> underWay = new();

    private Instant Now => clock.Now();

    /// <exception cref="LetterClaimedException">Somebody else is trying it.</exception>
    public async Task<Tried> Send(LetterKey key, DurableTaskClient client, CancellationToken cancel)
    {
        if (!underWay.TryAdd(key, true))
        {
            log.LetterInOtherHands(key.Recipient, key.Slot);
            throw new LetterClaimedException(key);
        }

        try
        {
            using IDisposable connection = await connections.Enter(cancel);
            return await Try(key, LetterClaims.NewClaim(), client, cancel);
        }
        catch (LetterClaimedException)
        {
            // No try of the mail server, whose next one may be hours away: whoever claimed it may have died with it.
            log.LetterInOtherHands(key.Recipient, key.Slot);
            throw;
        }
        finally
        {
            _ = underWay.TryRemove(key, out _);
        }
    }

    /// <summary>Side by side. What fails with one of them, whatever it is, is none of the others' business.</summary>
    /// <returns>What came of each.</returns>
    public Task<LetterDelivery[]> Send(LetterBatch batch, DurableTaskClient client, CancellationToken cancel) =>
        Task.WhenAll(batch.Recipients.Select(recipient => SendOrLeave(new(recipient, batch.Slot), client, cancel)));

    private async Task<LetterDelivery> SendOrLeave(LetterKey key, DurableTaskClient client, CancellationToken cancel)
    {
        try
        {
            return LetterDelivery.Of(key) with { Tried = await Send(key, client, cancel) };
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.LetterLeft(key.Recipient, key.Slot, failure);
            return LetterDelivery.Of(key);
        }
    }

    /// <summary>
    /// What fails for good is an answer; what is thrown is the store's, or somebody else's claim, and tried again within minutes.
    /// </summary>
    private async Task<Tried> Try(LetterKey key, string claim, DurableTaskClient client, CancellationToken cancel)
    {
        NextLetter next = await Next(key, claim, client, cancel);
        if (next.Letter is not { } toSend)
        {
            return next.Refusal is null
                && !next.HasMore ? Tried.Nothing : new(next.Refusal, IsDelayed: false, IsMarked: true, next.HasMore);
        }

        HandedOver end;
        try
        {
            end = unmarked.Find(key, toSend.Letter.Letter.MessageId) ?? await Send(toSend.Letter, key, cancel);
        }
        catch (DeliveryDelayedException delayed)
        {
            return await Delay(key, toSend, claim, delayed, cancel);
        }

        unmarked.Add(key, toSend.Letter.Letter.MessageId, end);
        return await Record(key, toSend, end, client, cancel);
    }

    private async Task<NextLetter> Next(LetterKey key, string claim, DurableTaskClient client, CancellationToken cancel)
    {
        for (int again = 0; again <= AgainMax; again++)
        {
            Instant claimed = Now;
            NextLetter next = await packer.Next(key, claim, claimed, cancel);
            if (next.Refusal is not null)
            {
                log.LetterRefused(key.Recipient, key.Slot, next.Refusal);
            }

            await letters.Start(next.Alarms, client, cancel);
            if (next.Letter is null || Now - claimed < Awake)
            {
                return next;
            }
        }

        throw new LetterClaimedException(key);
    }

    private async Task<Tried> Delay(
        LetterKey key, LetterToSend toSend, string claim, DeliveryDelayedException delayed, CancellationToken cancel)
    {
        log.LetterDelayed(key.Recipient, key.Slot, delayed.Why);
        if (!toSend.MayBeOut && !delayed.IsIndeterminate)
        {
            await outbox.SetDelayed(key, isDelayed: true, claim, cancel);
        }

        Metrics.CountLetter(LetterOutcome.Delayed);
        await mail.RecordFailure(delayed.Why, Now, cancel);
        return Tried.NotNow;
    }

    private async Task<Tried> Record(
        LetterKey key, LetterToSend toSend, HandedOver end, DurableTaskClient client, CancellationToken cancel)
    {
        try
        {
            await letters.Start(await recorder.Record(key, toSend.Letter.Letter, end, Now, cancel), client, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // It is out: to be written down until that succeeds, and not to be sent again.
            log.MarkLost(key.Recipient, key.Slot, failure);
            await mail.RecordSuccess(Now, cancel);
            return new(end.Refusal, IsDelayed: false, IsMarked: false, HasMore: true) { Reply = end.Reply };
        }

        unmarked.Remove(key);

        // A letter that is refused was handed over as well as any: the server answers.
        await mail.RecordSuccess(Now, cancel);
        return new(end.Refusal, IsDelayed: false, IsMarked: true, toSend.HasMore);
    }

    private async Task<HandedOver> Send(RenderedLetter letter, LetterKey key, CancellationToken cancel)
    {
        try
        {
            string? reply = await channel.Send(letter, cancel);
            log.LetterSent(key.Recipient, key.Slot);
            Metrics.CountLetter(LetterOutcome.Sent);
            return new(Refusal: null, reply);
        }
        catch (DeliveryRefusedException refused)
        {
            log.LetterRefused(key.Recipient, key.Slot, refused.Message);
            Metrics.CountLetter(LetterOutcome.Refused);
            return new(refused.Message, Reply: null);
        }
    }
}
