using FollowUp.Notices;
using FollowUp.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace FollowUp.Following;

/// <summary>Hands a packed letter to the channel. Refused for good is an answer; not now is an exception, and is tried again.</summary>
public sealed class SendLetter(Postbag postbag, LetterTemplates templates, ILetterChannel channel, ILogger<SendLetter> log)
{
    /// <returns>Why the channel refused; null when the letter went out.</returns>
    [Function(nameof(SendLetter))]
    public async Task<string?> Run([ActivityTrigger] Post post, CancellationToken cancel)
    {
        if (await postbag.Packed(post, cancel) is not { } letter)
        {
            // Marked already: this is an activity that runs once more.
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

        log.LetterSent(post.Recipient, post.Slot);
        return null;
    }
}
