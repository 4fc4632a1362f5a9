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
    private static readonly MailboxAddress DefaultSender = new("FollowUp", "followup@followup.example");

    public static MailSettings Read(IConfiguration settings)
    {
        MailboxAddress from = ParseSender(settings) ?? DefaultSender;
        string? domain = ConfiguredDomain(settings);

        // A letter that is kept for later has its Message-ID already, so an unusable domain would stay in it when the setting is mended.
        string usable = domain is not null && IsValidDomain(domain) ? domain : from.Domain;
        return new(settings["Board:Url"] ?? "http://localhost:7071/board/", usable, from);
    }

    /// <summary>SMTP where a host is set, else files in a folder.</summary>
    public static ILetterChannel CreateChannel(IConfiguration settings)
    {
        if (Fault(settings) is { } fault)
        {
            return new UnavailableChannel(fault);
        }

        MailboxAddress from = Read(settings).From;
        return SmtpSettings.Read(settings) is { } smtp
            ? new SmtpChannel(smtp, from)
            : new PickupFolderChannel(settings["Letters:Folder"] ?? "letters", from);
    }

    /// <summary>Why no letter can be written with these settings, for whoever runs the app; null where they can be used.</summary>
    public static string? Fault(IConfiguration settings)
    {
        if (ParseSender(settings) is null)
        {
            return "Mail:From is not a mail address like FollowUp <followup@nia.example>.";
        }

        return ConfiguredDomain(settings) is { } domain && !IsValidDomain(domain) ? "Mail:Domain is not a domain like nia.example." : null;
    }

    private static string? ConfiguredDomain(IConfiguration settings) =>
        settings["Mail:Domain"] is { Length: > 0 } set ? set : null;

    private static bool IsValidDomain(string domain)
    {
        try
        {
            using MimeMessage message = new() { MessageId = $"letter@{domain}" };
            return message.MessageId == $"letter@{domain}";
        }
        catch (Exception unwritable) when (RecipientAddress.IsFormatFailure(unwritable))
        {
            return false;
        }
    }

    /// <returns>Null where the setting is no address.</returns>
    private static MailboxAddress? ParseSender(IConfiguration settings) =>
        settings["Mail:From"] is not { Length: > 0 } set ? DefaultSender
        : MailboxAddress.TryParse(set, out MailboxAddress? from) && from.Domain.Length > 0 ? from
        : null;
}
