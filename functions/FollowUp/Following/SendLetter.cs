using FollowUp.Notices;
using FollowUp.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Following;

/// <summary>Hands a packed letter to the channel. Refused for good is an answer; not now is an exception, and is tried again.</summary>
public sealed class SendLetter(Mailroom mailroom, LetterTemplates templates, ILetterChannel channel, TimeProvider clock, ILogger<SendLetter> log)
{
    /// <returns>Why the channel refused; null when the letter went out.</returns>
    [Function(nameof(SendLetter))]
    public async Task<string?> Run([ActivityTrigger] Post post, CancellationToken cancel)
    {
        if (await mailroom.Ready(post, Instant.FromDateTimeOffset(clock.GetUtcNow()), cancel) is not { } letter)
        {
            // Marked already, by this activity's first run, or overtaken while the mail server was away.
            return null;
        }

        try
        {
            await channel.Send(templates.Write(letter), cancel);
        }
        catch (DeliveryRefusedException refused)
        {
            log.LetterRefused(post.Recipient, post.Slot, refused.Message);
            return refused.Message;
        }
        catch (DeliveryDelayedException)
        {
            await mailroom.Delay(post, cancel);
            throw;
        }

        log.LetterSent(post.Recipient, post.Slot);
        return null;
    }
}
