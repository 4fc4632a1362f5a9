using Microsoft.Extensions.Configuration;
using MimeKit;

namespace FollowUp.Delivery;

/// <summary>
/// How letters look from outside, from the settings <c>Board:Url</c>, <c>Mail:From</c>, <c>Mail:Domain</c>, <c>Smtp:Host</c>,
/// <c>Smtp:Port</c>, <c>Smtp:User</c>, <c>Smtp:Password</c>, <c>Smtp:Security</c> and <c>Letters:Folder</c>.
/// </summary>
/// <param name="BoardUrl">Where the board is, as readers of letters reach it.</param>
/// <param name="Domain">The right half of every Message-ID.</param>
public sealed record MailSettings(string BoardUrl, string Domain, MailboxAddress From)
{
    private static readonly MailboxAddress Nobody = new("FollowUp", "followup@followup.example");

    public static MailSettings Of(IConfiguration settings)
    {
        MailboxAddress from = Sender(settings) ?? Nobody;
        string? domain = Domains(settings);

        // One that no Message-ID can have must not get into a letter that is kept: it would stay there when the setting is mended.
        return new(settings["Board:Url"] ?? "http://localhost:7071/board/", domain is not null && CanStand(domain) ? domain : from.Domain, from);
    }

    /// <summary>SMTP where a host is set, else files in a folder.</summary>
    public static ILetterChannel Channel(IConfiguration settings)
    {
        if (Fault(settings) is { } fault)
        {
            return new UnusableSender(fault);
        }

        MailboxAddress from = Of(settings).From;
        return SmtpSettings.Of(settings) is { } smtp ? new SmtpChannel(smtp, from) : new LetterFolder(settings["Letters:Folder"] ?? "letters", from);
    }

    /// <summary>Why no letter can be written with these settings: to be mended by whoever runs the app, and no fault of any reader's.</summary>
    public static string? Fault(IConfiguration settings)
    {
        if (Sender(settings) is null)
        {
            return "Mail:From is not a mail address like FollowUp <followup@nia.example>.";
        }

        return Domains(settings) is { } domain && !CanStand(domain) ? "Mail:Domain is not a domain like nia.example." : null;
    }

    private static string? Domains(IConfiguration settings) => settings["Mail:Domain"] is { Length: > 0 } set ? set : null;

    private static bool CanStand(string domain)
    {
        try
        {
            using MimeMessage message = new() { MessageId = $"letter@{domain}" };
            return message.MessageId == $"letter@{domain}";
        }
        catch (Exception unwritable) when (Envelope.IsUnwritable(unwritable))
        {
            return false;
        }
    }

    /// <returns>Null where the setting is no address.</returns>
    private static MailboxAddress? Sender(IConfiguration settings) =>
        settings["Mail:From"] is not { Length: > 0 } set ? Nobody : MailboxAddress.TryParse(set, out MailboxAddress? from) && from.Domain.Length > 0 ? from : null;
}
