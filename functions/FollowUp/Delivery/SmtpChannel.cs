using System.Net.Sockets;
using FollowUp.Ledger;
using MailKit.Net.Smtp;
using MailKit.Security;
using MailKit;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace FollowUp.Delivery;

/// <summary>Where and as whom letters are handed over.</summary>
/// <param name="Security">What the connection must have; <see cref="SecureSocketOptions.Auto"/> takes what the port stands for.</param>
public sealed record SmtpSettings(string Host, int Port, string? User, string? Password, SecureSocketOptions Security)
{
    /// <summary>Null where no host is set.</summary>
    public static SmtpSettings? Of(IConfiguration settings) => settings["Smtp:Host"] is { Length: > 0 } host
        ? new(
            host, IsSet(settings, "Smtp:Port") ? settings.GetValue<int>("Smtp:Port") : 587, settings["Smtp:User"] is { Length: > 0 } user ? user : null, settings["Smtp:Password"],
            IsSet(settings, "Smtp:Security") ? settings.GetValue<SecureSocketOptions>("Smtp:Security") : SecureSocketOptions.Auto)
        : null;

    /// <summary>An empty one means none.</summary>
    private static bool IsSet(IConfiguration settings, string name) => settings[name] is { Length: > 0 };
}

/// <summary>Letters over SMTP, one connection each: they leave by the minute, not by the thousand.</summary>
public sealed class SmtpChannel(SmtpSettings settings, MailboxAddress from) : ILetterChannel
{
    /// <summary>The letter is out: how the server takes leave is worth a moment, not more, since nobody has written it down yet.</summary>
    private const int FarewellMilliseconds = 1_000;

    /// <summary>A server that says nothing for this long will not say anything.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    public async Task Send(WrittenLetter letter, CancellationToken cancel)
    {
        MimeMessage message = letter.Sealed(from, SmtpFailure.Name);
        using SmtpClient client = new() { Timeout = (int)Timeout.TotalMilliseconds };
        bool isHandingOver = false;
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, settings.Security, cancel);
            if (settings.User is not null)
            {
                await client.AuthenticateAsync(settings.User, settings.Password ?? "", cancel);
            }

            if (Envelope.NeedsUtf8(letter.Letter.Address) && !client.Capabilities.HasFlag(SmtpCapabilities.UTF8))
            {
                // RFC 6531, 3.2: it would be told in letters that it has none for.
                throw new DeliveryRefusedException(SmtpFailure.Name, ReasonPhrases.LettersUnknown.Text);
            }

            isHandingOver = true;
            _ = await client.SendAsync(message, cancel);
            await TakeLeave(client, cancel);
        }
        catch (Exception failure) when (isHandingOver && SmtpFailure.Never(failure) is { } reason)
        {
            throw new DeliveryRefusedException(SmtpFailure.Name, reason);
        }
        catch (Exception failure) when (failure is not DeliveryRefusedException && !cancel.IsCancellationRequested)
        {
            // A server that says no has not taken it; of one that falls silent nobody knows (RFC 5321, 4.5.3.2.6).
            throw new DeliveryDelayedException(SmtpFailure.Name, failure) { Why = SmtpFailure.Why(failure), MayBeOut = isHandingOver && SmtpFailure.Nothing(failure) };
        }
    }

    /// <summary>A client says QUIT (RFC 5321, 4.1.1.10); whatever comes of that, the letter was taken.</summary>
    private static async Task TakeLeave(SmtpClient client, CancellationToken cancel)
    {
        try
        {
            client.Timeout = FarewellMilliseconds;
            await client.DisconnectAsync(quit: true, cancel);
        }
        catch (Exception failure) when (failure is IOException or SocketException or ProtocolException or CommandException or TimeoutException or OperationCanceledException)
        {
            // It hung up first.
        }
    }
}
