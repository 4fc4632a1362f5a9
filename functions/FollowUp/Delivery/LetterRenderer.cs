using FollowUp.Ledger;
using FollowUp.Letters;
using FollowUp.People;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Delivery;

/// <summary>
/// Puts notices into letters, and renders them. Nothing here does I/O: what fails once fails for good, and must neither be tried again nor
/// keep back the notices beside it.
/// </summary>
public sealed partial class LetterRenderer(
    LetterTemplates templates, MailSettings settings, AnswerLinks links, ILogger<LetterRenderer> log)
{
    public static string UnrenderableReason => ReasonPhrases.Unsayable.Text;

    /// <returns>Null where that fails.</returns>
    public RenderedLetter? Render(Letter letter) => TryRender(letter.Recipient, () => templates.Render(letter));

    /// <summary>All of them in one letter, without those that cannot be rendered.</summary>
    public RenderResult RenderNotices(LetterKey letterKey, Person to, IReadOnlyList<NoticeFacts> notices, Instant now)
    {
        if (Render(letterKey, to, notices, now) is { } whole)
        {
            return new(whole, []);
        }

        List<NoticeFacts> unrenderable = [.. notices.Where(one => Render(letterKey, to, [one], now) is null)];
        List<NoticeFacts> rest = [.. notices.Except(unrenderable)];

        // Where each can be rendered, and all of them together cannot, the first goes by itself, and the others in later letters.
        List<NoticeFacts> renderable = unrenderable.Count == 0 ? [rest[0]] : rest;
        return renderable.Count > 0 && Render(letterKey, to, renderable, now) is { } letter
            ? new(letter, unrenderable)
            : new(null, notices);
    }

    private RenderedLetter? Render(LetterKey letterKey, Person to, IReadOnlyList<NoticeFacts> notices, Instant now) =>
        TryRender(to.Id, () => templates.Render(
            LetterComposer.Compose(
                letterKey, to, notices, settings.BoardUrl, settings.Domain, now,
                facts => links.Of(facts, isOneOfMany: notices.Count > Letter.QuotedMax)) with
            {
                RhythmLink = links.OfRhythm(to.Id),
            }));

    private RenderedLetter? TryRender(string recipient, Func<RenderedLetter> write)
    {
        try
        {
            RenderedLetter written = write();
            return written with { Letter = written.Letter with { TextDigest = written.TextDigest() } };
        }
        catch (Exception failure)
        {
            // Its type alone: its message may quote the letter.
            RenderingFailed(log, recipient, failure.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(411, LogLevel.Error, "What is to be said to {Recipient} cannot be put into a letter: {Failure}")]
    private static partial void RenderingFailed(ILogger log, string recipient, string failure);
}
