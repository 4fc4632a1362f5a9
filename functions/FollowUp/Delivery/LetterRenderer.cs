using FollowUp.Ledger;
using FollowUp.Letters;
using FollowUp.People;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Delivery;

/// <summary>A letter in words, and what cannot be put into any.</summary>
/// <param name="Letter">Null where nothing of it can be said.</param>
/// <param name="Unrenderable">Notices that no letter will ever carry: the others go without them.</param>
public sealed record RenderResult(RenderedLetter? Letter, IReadOnlyList<NoticeFacts> Unrenderable);

/// <summary>
/// Puts notices into letters, and letters into words. Nothing here asks anybody: what fails once fails for good, and must neither be
/// tried again nor keep back what stands beside it.
/// </summary>
public sealed partial class LetterRenderer(LetterTemplates templates, MailSettings correspondence, ILogger<LetterRenderer> log)
{
    public const string UnrenderableReason = "it cannot be put into words";

    /// <returns>Null where there are no words for it.</returns>
    public RenderedLetter? Render(Letter letter) => TryRender(letter.Recipient, () => templates.Render(letter));

    /// <summary>All of them in one letter, but for those that cannot be said.</summary>
    public RenderResult RenderNotices(LetterKey letterKey, Person to, IReadOnlyList<NoticeFacts> notices, Instant now)
    {
        if (Render(letterKey, to, notices, now) is { } whole)
        {
            return new(whole, []);
        }

        List<NoticeFacts> unsayable = [.. notices.Where(one => Render(letterKey, to, [one], now) is null)];
        List<NoticeFacts> rest = [.. notices.Except(unsayable)];

        // Where each can be said, and all of them cannot, the first goes by itself, and the others in later letters.
        List<NoticeFacts> sayable = unsayable.Count == 0 ? [rest[0]] : rest;
        return sayable.Count > 0 && Render(letterKey, to, sayable, now) is { } letter ? new(letter, unsayable) : new(null, notices);
    }

    private RenderedLetter? Render(LetterKey letterKey, Person to, IReadOnlyList<NoticeFacts> notices, Instant now) =>
        TryRender(to.Id, () => templates.Render(LetterComposer.Compose(letterKey, to, notices, correspondence.BoardUrl, correspondence.Domain, now)));

    private RenderedLetter? TryRender(string recipient, Func<RenderedLetter> write)
    {
        try
        {
            return write();
        }
        catch (Exception failure)
        {
            // Its type alone: what it says may quote the letter.
            RenderingFailed(log, recipient, failure.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(401, LogLevel.Error, "What is to be said to {Recipient} cannot be put into a letter: {Failure}")]
    private static partial void RenderingFailed(ILogger log, string recipient, string failure);
}
