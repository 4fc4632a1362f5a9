using FollowUp.Values;
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
    /// <summary>Stands before a domain that is judged.</summary>
    private const string Any = "letter";

    private const string SenderForm = "must be one mail address, with a name before it or without, like FollowUp <followup@nia.example>";

    /// <exception cref="InvalidOperationException">No letter could be written with these.</exception>
    public static Correspondence Of(IConfiguration settings)
    {
        MailboxAddress from = Sender(settings["Mail:From"] is { Length: > 0 } given ? given : "FollowUp <followup@followup.example>");
        string domain = settings["Mail:Domain"] is { Length: > 0 } named ? named : from.Address[(from.Address.IndexOf('@', StringComparison.Ordinal) + 1)..];
        return MailAddress.Fault($"{Any}@{domain}") is null
            ? new(settings["Board:Url"] ?? "http://localhost:7071/board/", domain, from)
            : throw new InvalidOperationException($"Mail:Domain is {domain}; it must be a domain like nia.example: it is part of the name of each letter.");
    }

    /// <summary>A sender that no letter can be written with is found out at the start, not letter by letter.</summary>
    private static MailboxAddress Sender(string given)
    {
        if (!MailboxAddress.TryParse(given, out MailboxAddress? from))
        {
            throw new InvalidOperationException($"Mail:From is {given}; it {SenderForm}.");
        }

        string address = MailAddress.Kept(from.Address);
        return MailAddress.Fault(address) is { } wrong ? throw new InvalidOperationException($"Mail:From is {given}; it {wrong}.") : MailAddress.Of(from.Name ?? "", address);
    }

    /// <summary>SMTP where a host is set, else files in a folder.</summary>
    public static ILetterChannel Channel(IConfiguration settings)
    {
        MailboxAddress from = Of(settings).From;
        return SmtpSettings.Of(settings) is { } smtp ? new SmtpChannel(smtp, from) : new LetterFolder(settings["Letters:Folder"] ?? "letters", from);
    }
}
