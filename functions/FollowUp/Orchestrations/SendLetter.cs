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
    public static Tried Nothing { get; } = new(null, IsDelayed: false, IsMarked: true, HasMore: false);

    public static Tried NotNow { get; } = new(null, IsDelayed: true, IsMarked: true, HasMore: true);

    public static Tried GivenUp { get; } = new("it could not be handed over in five days of trying", IsDelayed: false, IsMarked: false, HasMore: true);
}

/// <summary>Puts a person's notices of one slot into one letter, unless nothing is left to say, hands it to the channel, and writes down what became of it.</summary>
public sealed class SendLetter(LetterDelivery mailroom, ILetterChannel channel, MailHealth trouble, TimeProvider clock, ILogger<SendLetter> log)
{
    /// <summary>
    /// Packing takes a fraction of a second. Who took longer may have stood still, and another host sent the letter meanwhile: it is looked at
    /// again, and taken in hand anew, so that most of the time for which it is in this hand is left for handing it over.
    /// </summary>
    private static readonly Duration Awake = Duration.FromSeconds(15);

    /// <summary>Whoever is as slow as that several times in a row had better come again when there is less to do.</summary>
    private const int AgainMax = 3;

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    [Function(nameof(SendLetter))]
    public async Task<Tried> Run([ActivityTrigger] LetterKey post, [DurableClient] DurableTaskClient clocks, CancellationToken cancel)
    {
        using IDisposable place = await mailroom.Place(cancel);
        try
        {
            return await Try(post, LetterClaims.NewHand(), clocks, cancel);
        }
        catch (LetterInOtherHandsException)
        {
            // No try of the mail server, whose next one may be hours away: whoever had it in hand may have died with it.
            log.LetterInOtherHands(post.Recipient, post.Slot);
            throw;
        }
    }

    /// <summary>What fails for good is an answer; what is thrown is the store's, or other hands', and tried again within minutes.</summary>
    private async Task<Tried> Try(LetterKey post, string hand, DurableTaskClient clocks, CancellationToken cancel)
    {
        NextLetter turn = await Next(post, hand, clocks, cancel);
        if (turn.Letter is not { } ready)
        {
            return turn.Refusal is null && !turn.HasMore ? Tried.Nothing : new(turn.Refusal, IsDelayed: false, IsMarked: true, turn.HasMore);
        }

        string? refusal;
        try
        {
            refusal = await Send(ready.Written, post, cancel);
        }
        catch (DeliveryDelayedException delayed)
        {
            return await Delay(post, ready, hand, delayed, cancel);
        }

        return await Mark(post, ready, refusal, clocks, cancel);
    }

    private async Task<NextLetter> Next(LetterKey post, string hand, DurableTaskClient clocks, CancellationToken cancel)
    {
        for (int again = 0; again <= AgainMax; again++)
        {
            Instant taken = Now;
            NextLetter turn = await mailroom.Next(post, hand, taken, cancel);
            if (turn.Refusal is not null)
            {
                log.LetterRefused(post.Recipient, post.Slot, turn.Refusal);
            }

            await clocks.Start(turn.Alarms, cancel);
            if (turn.Letter is null || Now - taken < Awake)
            {
                return turn;
            }
        }

        throw new LetterInOtherHandsException(post);
    }

    private async Task<Tried> Delay(LetterKey post, LetterToSend ready, string hand, DeliveryDelayedException delayed, CancellationToken cancel)
    {
        log.LetterDelayed(post.Recipient, post.Slot, delayed.Why);
        if (!ready.MayBeOut && !delayed.MayBeOut)
        {
            await mailroom.SetDelayed(post, hand, cancel);
        }

        await trouble.RecordFailure(delayed.Why, Now, cancel);
        return Tried.NotNow;
    }

    private async Task<Tried> Mark(LetterKey post, LetterToSend ready, string? refusal, DurableTaskClient clocks, CancellationToken cancel)
    {
        try
        {
            await clocks.Start(await mailroom.RecordDelivery(post, ready.Written.Letter, refusal, Now, cancel), cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // It is out: to be written down until that succeeds, and not to be sent again.
            log.MarkLost(post.Recipient, post.Slot, failure);
            await trouble.RecordSuccess(Now, cancel);
            return new(refusal, IsDelayed: false, IsMarked: false, HasMore: true);
        }

        // A letter that is refused was handed over as well as any: the server answers.
        await trouble.RecordSuccess(Now, cancel);
        return new(refusal, IsDelayed: false, IsMarked: true, ready.HasMore);
    }

    /// <returns>Why the channel refused; null when the letter went out.</returns>
    private async Task<string?> Send(WrittenLetter letter, LetterKey post, CancellationToken cancel)
    {
        try
        {
            await channel.Send(letter, cancel);
            log.LetterSent(post.Recipient, post.Slot);
            return null;
        }
        catch (DeliveryRefusedException refused)
        {
            log.LetterRefused(post.Recipient, post.Slot, refused.Message);
            return refused.Message;
        }
    }
}
