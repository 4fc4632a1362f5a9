using System.Text;
using System.Text.RegularExpressions;
using FollowUp.Faults;
using MimeKit;

namespace FollowUp.Values;

/// <summary>
/// One mail address that letters can be addressed to. Deliberately narrower than RFC 5322, no quoted local parts, no comments; and
/// valid only if the library that writes the letters can write it and reads the same back.
/// </summary>
public static partial class MailAddress
{
    /// <summary>The longest that mail systems carry (RFC 5321, 4.5.3.1).</summary>
    public const int LengthMax = 254;

    private const int LocalMax = 64;

    /// <summary>A name that has to be encoded, quoted and escaped stands before it on a letter.</summary>
    private const string AnyName = "Отдел \"A\" <b>, 法律处";

    /// <summary>
    /// As it is kept and handed over: a domain of other than Latin letters as mail servers know it, <c>минюст.рф</c> as
    /// <c>xn--h1aheqf4e.xn--p1ai</c>.
    /// </summary>
    public static string Normalize(string address)
    {
        string written = TextRules.NormalizeUnicode(address);
        if (written.Split('@') is not [var local, var domain] || Ascii.IsValid(domain) || !Domain().IsMatch(domain))
        {
            return written;
        }

        // What is not the same when it is read back held more than people saw: soft hyphens, letters of double width.
        string encoded = MailboxAddress.EncodeAddrspec($"{local}@{domain}");
        return Ascii.IsValid(encoded) && string.Equals(MailboxAddress.DecodeAddrspec(encoded), written, StringComparison.OrdinalIgnoreCase)
            ? encoded
            : written;
    }

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public static string? Fault(string kept) => Shape().Match(kept) is not { Success: true, Groups: var parts }
        ? ValueFaults.NotAddress.Text
        : kept.Length > LengthMax ? FieldFaults.TooLong.Fill(kept.Length, LengthMax)
        : LocalPartFault(parts["local"].Value) ?? DomainFault(parts["domain"].Value)
        ?? (RoundTrips(kept) ? null : ValueFaults.Unwritable.Text);

    /// <summary>How it stands on a letter.</summary>
    /// <exception cref="ParseException">It is none that was taken.</exception>
    public static MailboxAddress ToMailbox(string name, string address) => new(name, address);

    private static string? LocalPartFault(string local) =>
        local.Length > LocalMax ? ValueFaults.LongLocalPart.Fill(local.Length, LocalMax)
        : !Ascii.IsValid(local)
            ? ValueFaults.ForeignLocalPart.Text
        : local.StartsWith('.') || local.EndsWith('.') || local.Contains("..", StringComparison.Ordinal)
            ? ValueFaults.DotsInLocalPart.Text
        : local.Contains("=?", StringComparison.Ordinal)
            ? ValueFaults.EncodedLocalPart.Text
        : null;

    private static string? DomainFault(string domain) =>
        domain.Split('.') is var labels && !labels.All(label => Label().IsMatch(label))
            ? ValueFaults.NoDomain.Text
        : labels[^1].All(char.IsAsciiDigit) ? ValueFaults.NumberForDomain.Text
        : null;

    private static bool RoundTrips(string address)
    {
        try
        {
            string written = new InternetAddressList { ToMailbox(AnyName, address) }.ToString(encode: true);
            return InternetAddressList.TryParse(written, out InternetAddressList? read) && read is [MailboxAddress back]
                && back.Name == AnyName
                && string.Equals(MailboxAddress.EncodeAddrspec(back.Address), address, StringComparison.OrdinalIgnoreCase);
        }
        catch (ParseException)
        {
            return false;
        }
    }

    /// <summary>One @ between what has no blanks and nothing by which several addresses, names or headers are told apart.</summary>
    [GeneratedRegex("""^(?<local>[^\s@<>()\[\],;:\\"\p{C}]+)@(?<domain>[^\s@<>()\[\],;:\\"\p{C}]+)\z""", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^[\p{L}\p{M}\p{N}.-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Domain();

    [GeneratedRegex("^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
