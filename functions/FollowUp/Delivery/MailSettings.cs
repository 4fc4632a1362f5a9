using Microsoft.Extensions.Configuration;
using MimeKit;

namespace FollowUp.Delivery;

/// <summary>
/// How letters look from outside, from the settings <c>Board:Url</c>, <c>Mail:From</c>, <c>Mail:ReplyTo</c>, <c>Mail:Domain</c>,
/// <c>Smtp:Host</c>, <c>Smtp:Port</c>, <c>Smtp:User</c>, <c>Smtp:Password</c>, <c>Smtp:Security</c> and <c>Letters:Folder</c>.
/// </summary>
/// <param name="BoardUrl">Where the board is, as readers of letters reach it.</param>
/// <param name="Domain">The right half of every Message-ID.</param>
public sealed record MailSettings(string BoardUrl, string Domain, MailboxAddress From)
{
    /// <summary>Where answers by mail go; null where each goes to the coordinator of what its letter is about.</summary>
    public MailboxAddress? ReplyTo { get; init; }

    private static readonly MailboxAddress DefaultSender = new("FollowUp", "followup@followup.example");

    public static MailSettings Read(IConfiguration settings)
    {
        MailboxAddress from = ParseAddress(settings["Mail:From"]) ?? DefaultSender;
        string? domain = ConfiguredDomain(settings);

        // A letter that is kept for later has its Message-ID already, so an unusable domain would stay in it when the setting is mended.
        string usable = domain is not null && IsValidDomain(domain) ? domain : from.Domain;
        return new(settings["Board:Url"] ?? "http://localhost:7071/board/", usable, from)
        {
            ReplyTo = ParseAddress(settings["Mail:ReplyTo"]),
        };
    }

    /// <summary>SMTP where a host is set, else files in a folder.</summary>
    public static ILetterChannel CreateChannel(IConfiguration settings)
    {
        if (Fault(settings) is { } fault)
        {
            return new UnavailableChannel(fault);
        }

        MailSettings mail = Read(settings);
        return SmtpSettings.Read(settings) is { } smtp
            ? new SmtpChannel(smtp, mail.From, mail.ReplyTo)
            : new PickupFolderChannel(settings["Letters:Folder"] ?? "letters", mail.From, mail.ReplyTo);
    }

    /// <summary>Why no letter can be written with these settings, for whoever runs the app; null where they can be used.</summary>
    public static string? Fault(IConfiguration settings)
    {
        if (IsUnusable(settings["Mail:From"]))
        {
            return "Mail:From is not a mail address like FollowUp <followup@nia.example>.";
        }

        if (IsUnusable(settings["Mail:ReplyTo"]))
        {
            return "Mail:ReplyTo is not one mail address that people can answer to, like Coordination <coordination@nia.example>.";
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

    private static bool IsUnusable(string? set) => set is { Length: > 0 } && ParseAddress(set) is null;

    /// <returns>Null where it is not set, or no address.</returns>
    private static MailboxAddress? ParseAddress(string? set) =>
        MailboxAddress.TryParse(set ?? "", out MailboxAddress? one) && one.Domain.Length > 0 ? one : null;
}
