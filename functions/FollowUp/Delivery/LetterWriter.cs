using FollowUp.Ledger;
using FollowUp.Letters;
using FollowUp.People;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.Delivery;

/// <summary>A letter in words, and what cannot be put into any.</summary>
/// <param name="Letter">Null where nothing of it can be said.</param>
/// <param name="Unsayable">Notices that no letter will ever carry: the others go without them.</param>
public sealed record LetterDraft(WrittenLetter? Letter, IReadOnlyList<NoticeFacts> Unsayable);

/// <summary>
/// Puts notices into letters, and letters into words. Nothing here asks anybody: what fails once fails for good, and must neither be
/// tried again nor keep back what stands beside it.
/// </summary>
public sealed partial class LetterWriter(LetterTemplates templates, MailSettings correspondence, ILogger<LetterWriter> log)
{
    public static string Unsayable => ReasonPhrases.Unsayable.Text;

    /// <returns>Null where there are no words for it.</returns>
    public WrittenLetter? Write(Letter letter) => Try(letter.Recipient, () => templates.Write(letter));

    /// <summary>All of them in one letter, but for those that cannot be said.</summary>
    public LetterDraft Draft(LetterKey letterKey, Person to, IReadOnlyList<NoticeFacts> notices, Instant now)
    {
        if (Write(letterKey, to, notices, now) is { } whole)
        {
            return new(whole, []);
        }

        List<NoticeFacts> unsayable = [.. notices.Where(one => Write(letterKey, to, [one], now) is null)];
        List<NoticeFacts> rest = [.. notices.Except(unsayable)];

        // Where each can be said, and all of them cannot, the first goes by itself, and the others in later letters.
        List<NoticeFacts> sayable = unsayable.Count == 0 ? [rest[0]] : rest;
        return sayable.Count > 0 && Write(letterKey, to, sayable, now) is { } letter ? new(letter, unsayable) : new(null, notices);
    }

    private WrittenLetter? Write(LetterKey letterKey, Person to, IReadOnlyList<NoticeFacts> notices, Instant now) =>
        Try(to.Id, () => templates.Write(LetterComposer.Compose(letterKey, to, notices, correspondence.BoardUrl, correspondence.Domain, now)));

    private WrittenLetter? Try(string recipient, Func<WrittenLetter> write)
    {
        try
        {
            return write();
        }
        catch (Exception failure)
        {
            // Its type alone: what it says may quote the letter.
            NoWords(log, recipient, failure.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(401, LogLevel.Error, "What is to be said to {Recipient} cannot be put into a letter: {Failure}")]
    private static partial void NoWords(ILogger log, string recipient, string failure);
}
