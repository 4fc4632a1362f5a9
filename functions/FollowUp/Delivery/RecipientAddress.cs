using FollowUp.Ledger;
using FollowUp.Values;

namespace FollowUp.Delivery;

/// <summary>Whether a letter can be addressed at all: known before anybody tries to hand it over.</summary>
public static class RecipientAddress
{
    /// <summary>Stores of earlier versions hold addresses that the mail library cannot write.</summary>
    /// <returns>Why no letter can ever go to that address; null where one can.</returns>
    public static string? Fault(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return ReasonPhrases.AddressMissing.Text;
        }

        try
        {
            _ = MailAddress.ToMailbox("", address);
            return null;
        }
        catch (Exception unwritable) when (IsFormatFailure(unwritable))
        {
            return ReasonPhrases.AddressUnusable.Text;
        }
    }

    /// <summary>Whether a server must know SMTPUTF8 (RFC 6531) for what stands before the @; a domain has an ASCII form.</summary>
    public static bool NeedsSmtpUtf8(string address) => !System.Text.Ascii.IsValid(address.AsSpan(0, address.LastIndexOf('@') + 1));

    /// <summary>Whether the mail library cannot write an address or a text: another try would fail as well.</summary>
    public static bool IsFormatFailure(Exception failure) => failure is FormatException or ArgumentException;
}
