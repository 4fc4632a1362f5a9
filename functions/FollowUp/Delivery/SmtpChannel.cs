using FollowUp.Ledger;
using MailKit.Net.Smtp;
using MimeKit;

namespace FollowUp.Delivery;

/// <summary>Letters over SMTP, one connection each: they leave once a minute, so a connection that is kept would save little.</summary>
public sealed class SmtpChannel(SmtpSettings settings, MailboxAddress from, MailboxAddress? replyTo = null) : ILetterChannel
{
    /// <summary>The letter is out, and not yet recorded as sent: a host that is killed while it waits here could send it twice.</summary>
    private const int QuitTimeoutMilliseconds = 1_000;

    /// <summary>How long a server may be silent.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    public async Task<string?> Send(RenderedLetter letter, CancellationToken cancel)
    {
        MimeMessage message = letter.ToMimeOrRefuse(from, replyTo, SmtpFailure.ChannelName);
        using SmtpClient client = new() { Timeout = (int)Timeout.TotalMilliseconds };
        bool isHandingOver = false;
        try
        {
            await SignIn(client, cancel);
            CheckUtf8(client, letter);
            isHandingOver = true;
            string said = await client.SendAsync(message, cancel);
            await Quit(client, cancel);
            return ChannelReply.Of((int)SmtpStatusCode.Ok, said);
        }
        catch (Exception failure) when (isHandingOver && SmtpFailure.PermanentReason(failure) is { } reason)
        {
            throw new DeliveryRefusedException(SmtpFailure.ChannelName, reason);
        }
        catch (Exception failure) when (failure is not DeliveryRefusedException && !cancel.IsCancellationRequested)
        {
            throw Delayed(failure, isHandingOver);
        }
    }

    /// <summary>Whether a server that fell silent took the letter, nobody knows (RFC 5321, 4.5.3.2.6).</summary>
    private static DeliveryDelayedException Delayed(Exception failure, bool isHandingOver) => new(SmtpFailure.ChannelName, failure)
    {
        Why = SmtpFailure.Explain(failure),
        IsIndeterminate = isHandingOver && SmtpFailure.IsIndeterminate(failure),
    };

    private async Task SignIn(SmtpClient client, CancellationToken cancel)
    {
        await client.ConnectAsync(settings.Host, settings.Port, settings.Security, cancel);
        if (settings.User is not null)
        {
            await client.AuthenticateAsync(settings.User, settings.Password ?? "", cancel);
        }
    }

    private static void CheckUtf8(SmtpClient client, RenderedLetter letter)
    {
        if (RecipientAddress.NeedsSmtpUtf8(letter.Letter.Address) && !client.Capabilities.HasFlag(SmtpCapabilities.UTF8))
        {
            throw new DeliveryRefusedException(SmtpFailure.ChannelName, ReasonPhrases.LettersUnknown.Text);
        }
    }

    /// <summary>A client says QUIT (RFC 5321, 4.1.1.10); whatever comes of that, the letter was taken.</summary>
    private static async Task Quit(SmtpClient client, CancellationToken cancel)
    {
        try
        {
            client.Timeout = QuitTimeoutMilliseconds;
            await client.DisconnectAsync(quit: true, cancel);
        }
        catch (Exception failure) when (SmtpFailure.IsConnectionLost(failure) || failure is OperationCanceledException)
        {
            // The server hung up first, or is slow to: the letter was taken all the same.
        }
    }
}
