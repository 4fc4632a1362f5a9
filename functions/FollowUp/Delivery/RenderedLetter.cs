using System.Text;
using FollowUp.Ledger;
using FollowUp.Letters;
using FollowUp.Plans;
using FollowUp.Values;
using MimeKit.Text;
using MimeKit;
using NodaTime;

namespace FollowUp.Delivery;

/// <summary>A letter in words: subject, plain text and the same as HTML.</summary>
public sealed record RenderedLetter(Letter Letter, string Subject, string Text, string Html)
{
    /// <summary>Lets mail programs keep all letters about one item together, and so the weekly ones.</summary>
    private const string ThreadHeader = "References";

    /// <summary>A letter about a whole agreement must not get a header that servers refuse for its length.</summary>
    private const int MaxThreads = 20;

    /// <summary>What a mail program calls, with a token at its end: it sends no header and nothing behind a #.</summary>
    public const string RhythmPath = "/api/rhythm/";

    /// <summary>
    /// SHA-256 in lower hex of the plain text as a mail program shows it: in UTF-8, lines parted by LF, none at its end, where mail servers
    /// add some.
    /// </summary>
    public string TextDigest() => Fingerprints.HashOfBytes(Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\n").TrimEnd('\n')));

    /// <exception cref="FormatException">No letter can be written to that address: see <see cref="RecipientAddress"/>.</exception>
    /// <param name="from">Sender, e.g. <c>FollowUp &lt;followup@nia.example&gt;</c>.</param>
    /// <param name="replyTo">Where an answer goes; null for the coordinator of what the letter is about.</param>
    public MimeMessage ToMime(MailboxAddress from, MailboxAddress? replyTo = null)
    {
        MimeMessage mime = new()
        {
            MessageId = Letter.MessageId,
            Date = Letter.WrittenAt.InZone(DateTimeZone.Utc).ToDateTimeOffset(),
            Subject = Subject,
            Body = new MultipartAlternative
            {
                new TextPart(TextFormat.Plain) { Text = Text },
                new TextPart(TextFormat.Html) { Text = Html },
            },
        };
        mime.From.Add(from);
        mime.To.Add(MailAddress.ToMailbox(Letter.Name, Letter.Address));
        mime.ReplyTo.AddRange(new[] { replyTo ?? Coordinator() }.OfType<MailboxAddress>());

        // RFC 3834: no out-of-office answers to this. Exchange asks for the other header.
        mime.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        mime.Headers.Add("X-Auto-Response-Suppress", "OOF, AutoReply");
        mime.Headers.Add("X-FollowUp-Recipient", Letter.Recipient);
        AddUnsubscribe(mime);
        mime.Headers.Add(ThreadHeader, string.Join(' ', Threads().Take(MaxThreads)));
        mime.EncodeHeaders();
        return mime;
    }

    /// <summary>
    /// RFC 2369 and 8058: where mail programs lead whoever presses "unsubscribe". By one click letters become fewest; duties go on. Without
    /// TLS the address would be shown to whoever listens, and mail programs would not call it.
    /// </summary>
    private void AddUnsubscribe(MimeMessage mime)
    {
        if (Letter.RhythmLink is { } link && new Uri(link) is { Scheme: "https", Fragment: ['#', .. var token] } page)
        {
            mime.Headers.Add(HeaderId.ListUnsubscribe, $"<{new Uri(page, $"{RhythmPath}{token}").AbsoluteUri}>");
            mime.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    /// <summary>
    /// That an answer has nowhere to go must never cost the letter: a store of earlier versions holds addresses of any form.
    /// </summary>
    private MailboxAddress? Coordinator() =>
        Letter.Coordinator is { Address: { } address } one
        && RecipientAddress.Fault(address) is null && !RecipientAddress.NeedsSmtpUtf8(address)
            ? MailAddress.ToMailbox(one.Name, address)
            : null;

    private IEnumerable<string> Threads()
    {
        string domain = Letter.MessageId[(Letter.MessageId.LastIndexOf('@') + 1)..];
        return Letter.Notices
            .Select(notice => notice.Of.Key.Ladder != LadderName.Review
                ? $"<{notice.Of.Agreement}.{notice.Of.Key.Item}@{domain}>"
                : $"<review.{Letter.Recipient}@{domain}>")
            .Distinct();
    }

    /// <summary>What a channel sends.</summary>
    /// <exception cref="DeliveryRefusedException">It cannot be written for the mail, now or ever.</exception>
    internal MimeMessage ToMimeOrRefuse(MailboxAddress from, MailboxAddress? replyTo, string channel)
    {
        if (RecipientAddress.Fault(Letter.Address) is { } fault)
        {
            throw new DeliveryRefusedException(channel, fault);
        }

        try
        {
            return ToMime(from, replyTo);
        }
        catch (Exception unwritable) when (RecipientAddress.IsFormatFailure(unwritable))
        {
            throw new DeliveryRefusedException(channel, ReasonPhrases.Unwritable.Text);
        }
    }
}
