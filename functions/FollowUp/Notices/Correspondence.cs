using Microsoft.Extensions.Configuration;
using MimeKit;

namespace FollowUp.Notices;

/// <summary>
/// How letters look from outside, from the settings <c>Board:Url</c>, <c>Mail:From</c>, <c>Mail:Domain</c>, <c>Smtp:Host</c>,
/// <c>Smtp:Port</c>, <c>Smtp:User</c>, <c>Smtp:Password</c>, <c>Smtp:Security</c> and <c>Letters:Folder</c>.
/// </summary>
/// <param name="BoardUrl">Where the board is, as readers of letters reach it.</param>
/// <param name="Domain">The right half of every Message-ID.</param>
public sealed record Correspondence(string BoardUrl, string Domain, MailboxAddress From)
{
    public static Correspondence Of(IConfiguration settings)
    {
        MailboxAddress from = MailboxAddress.Parse(settings["Mail:From"] ?? "FollowUp <followup@followup.example>");
        return new(settings["Board:Url"] ?? "http://localhost:7071/board/", settings["Mail:Domain"] ?? from.Domain, from);
    }

    /// <summary>SMTP where a host is set, else files in a folder.</summary>
    public static ILetterChannel Channel(IConfiguration settings)
    {
        MailboxAddress from = Of(settings).From;
        return SmtpSettings.Of(settings) is { } smtp ? new SmtpChannel(smtp, from) : new LetterFolder(settings["Letters:Folder"] ?? "letters", from);
    }
}
