using System.Net;
using System.Net.Sockets;

namespace FollowUp.Delivery.Webhooks;

/// <summary>
/// Which addresses are anybody's to reach: those that IANA's registries of special purposes do not keep for something else. Whatever an
/// office has behind its walls, and its cloud's own services, are none of them.
/// </summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] SpecialV4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",

            // Not special by the registries: under it Azure's machines find what serves their platform.
            "168.63.129.16/32",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>
    /// All that is given out to anybody. Outside of it lie loopback, link-local, unique local and multicast addresses, and IPv4 in other
    /// clothes (mapped, translated, NAT64).
    /// </summary>
    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    /// <summary>Within that: protocols' own (Teredo among them), examples, and 6to4, which leads to whatever IPv4 it has in it.</summary>
    private static readonly IPNetwork[] SpecialV6 =
        [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse)];

    public static bool IsPublic(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !SpecialV4.Any(network => network.Contains(address)),

        // Asked apart: a network of IPv6 takes a mapped address for the IPv4 in it.
        AddressFamily.InterNetworkV6 => !address.IsIPv4MappedToIPv6 && GlobalV6.Contains(address)
            && !SpecialV6.Any(network => network.Contains(address)),
        _ => false,
    };
}
