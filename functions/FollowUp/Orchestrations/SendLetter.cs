using FollowUp.Delivery;
using FollowUp.Ledger;
using FollowUp.Operations;
using FollowUp.Scheduling;
using FollowUp.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Orchestrations;

/// <summary>What came of trying a letter.</summary>
/// <param name="Refusal">Why it will never arrive; null where it went out, or there was nothing to say.</param>
/// <param name="IsDelayed">The channel did not take it now; it is to be tried again.</param>
/// <param name="IsMarked">Whether that is written down already.</param>
/// <param name="HasMore">Whether there may be more to say in another letter.</param>
public sealed record Tried(string? Refusal, bool IsDelayed, bool IsMarked, bool HasMore)
{
    /// <summary>What the channel said when it took the letter; null where that is written down, and in earlier histories.</summary>
    public string? Reply { get; init; }

    public static Tried Nothing { get; } = new(null, IsDelayed: false, IsMarked: true, HasMore: false);

    public static Tried NotNow { get; } = new(null, IsDelayed: true, IsMarked: true, HasMore: true);

    public static Tried GivenUp { get; } = new(ReasonPhrases.NotTaken.Fill(5), IsDelayed: false, IsMarked: false, HasMore: true);
}

/// <summary>
/// Puts a person's notices of one slot into one letter, unless nothing is left to say, hands it to the channel, and writes down what
/// became of it.
/// </summary>
public sealed class SendLetter(
    LetterPacker packer, DeliveryRecorder recorder, Outbox outbox, ILetterChannel channel, MailConnections connections, MailHealth mail,
    TimeProvider clock,
    ILogger<SendLetter> log)
{
    /// <summary>
    /// Packing takes a fraction of a second. Who took longer may have stood still, and another host sent the letter meanwhile: it is
    /// looked at again, and claimed anew, so that most of the time for which the claim holds is left for handing it over.
    /// </summary>
    private static readonly Duration Awake = Duration.FromSeconds(15);

    /// <summary>Whoever is as slow as that several times in a row had better come again when there is less to do.</summary>
    private const int AgainMax = 3;

    private Instant Now => clock.Now();

    [Function(nameof(SendLetter))]
    public async Task<Tried> Run([ActivityTrigger] LetterKey key, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        using IDisposable connection = await connections.Enter(cancel);
        try
        {
            return await Try(key, LetterClaims.NewClaim(), client, cancel);
        }
        catch (LetterClaimedException)
        {
            // No try of the mail server, whose next one may be hours away: whoever claimed it may have died with it.
            log.LetterInOtherHands(key.Recipient, key.Slot);
            throw;
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
            end = await Send(toSend.Letter, key, cancel);
        }
        catch (DeliveryDelayedException delayed)
        {
            return await Delay(key, toSend, claim, delayed, cancel);
        }

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

            await client.Start(next.Alarms, cancel);
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

        await mail.RecordFailure(delayed.Why, Now, cancel);
        return Tried.NotNow;
    }

    private async Task<Tried> Record(
        LetterKey key, LetterToSend toSend, HandedOver end, DurableTaskClient client, CancellationToken cancel)
    {
        try
        {
            await client.Start(await recorder.Record(key, toSend.Letter.Letter, end, Now, cancel), cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // It is out: to be written down until that succeeds, and not to be sent again.
            log.MarkLost(key.Recipient, key.Slot, failure);
            await mail.RecordSuccess(Now, cancel);
            return new(end.Refusal, IsDelayed: false, IsMarked: false, HasMore: true) { Reply = end.Reply };
        }

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
            return new(Refusal: null, reply);
        }
        catch (DeliveryRefusedException refused)
        {
            log.LetterRefused(key.Recipient, key.Slot, refused.Message);
            return new(refused.Message, Reply: null);
        }
    }
}
