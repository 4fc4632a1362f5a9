using FollowUp.Ledger;
using FollowUp.Values;

namespace FollowUp.Delivery;

/// <summary>The outside of a letter: whether a reader can be written there shows before anybody tries to hand it over.</summary>
public static class Envelope
{
    /// <summary>Stored by versions that took what the mail library cannot write.</summary>
    /// <returns>Why no letter can go to that address, whatever is tried; null where one can.</returns>
    public static string? Fault(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return ReasonPhrases.AddressMissing.Text;
        }

        try
        {
            _ = MailAddress.Of("", address);
            return null;
        }
        catch (Exception unwritable) when (IsUnwritable(unwritable))
        {
            return ReasonPhrases.AddressUnusable.Text;
        }
    }

    /// <summary>Whether it has letters before the @ that only servers of a newer kind can be told (RFC 6531); domains have another spelling for theirs.</summary>
    public static bool NeedsUtf8(string address) => !System.Text.Ascii.IsValid(address.AsSpan(0, address.LastIndexOf('@') + 1));

    /// <summary>What the mail library says of an address, or of a text, that it cannot write: it will say so again.</summary>
    public static bool IsUnwritable(Exception failure) => failure is FormatException or ArgumentException;
}
