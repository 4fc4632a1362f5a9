using System.Net;
using FollowUp.Faults;

namespace FollowUp.Delivery.Webhooks;

/// <summary>
/// To which addresses anything is posted. What a name leads to is looked at once more with each connection
/// (<see cref="GuardedConnection"/>); here what can be seen of the address itself.
/// </summary>
public static class WebhookAddress
{
    public const int LengthMax = 2_000;

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public static string? Fault(string text, WebhookSettings settings) =>
        text.Length > LengthMax || !text.All(IsPlain) || !Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
            || address.UserInfo.Length > 0 || text.Contains('#', StringComparison.Ordinal) ? WebhookFaults.NotAddress.Text
        : settings.Allows(address) ? null
        : address.Scheme != Uri.UriSchemeHttps || address.Port != 443 || !text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            ? WebhookFaults.NotAddress.Text
        : !IsPublicHost(address) ? WebhookFaults.NotPublic.Text
        : null;

    /// <summary>No blank, no control character, no backslash, which some read as a slash; other letters are percent-encoded.</summary>
    private static bool IsPlain(char letter) => letter is > ' ' and < '\x7f' and not '\\';

    /// <summary>Numbers in all their spellings are addresses; a name without a dot, or of this machine, is of nobody outside.</summary>
    private static bool IsPublicHost(Uri address) =>
        IPAddress.TryParse(address.IdnHost, out IPAddress? number) ? PublicAddress.IsPublic(number)
        : address.HostNameType == UriHostNameType.Dns && address.IdnHost.TrimEnd('.').Contains('.', StringComparison.Ordinal)
            && !address.IdnHost.TrimEnd('.').EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
