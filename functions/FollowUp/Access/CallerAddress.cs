using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Access;

/// <summary>
/// Whom calls are counted for where nobody knows more of a caller: the address that they come from. Behind a proxy on this machine, as on
/// Azure, it is the one that the proxy put last; whatever stands before it, the caller may have written.
/// </summary>
public static class CallerAddress
{
    /// <summary>Of an address of IPv6 a caller has as many as they like, and its network is one.</summary>
    private const int NetworkBytes = 8;

    public static string Of(HttpContext http)
    {
        IPAddress? from = http.Connection.RemoteIpAddress;
        string? last = http.Request.Headers["X-Forwarded-For"].LastOrDefault()?.Split(',')[^1].Trim();
        return Network(Loopback.IsHere(from) && Parse(last) is { } passed ? passed : from);
    }

    private static IPAddress? Parse(string? text) => IPEndPoint.TryParse(text ?? "", out IPEndPoint? point) ? point.Address : null;

    private static string Network(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } =>
            new IPAddress([.. address.GetAddressBytes().AsSpan(0, NetworkBytes), .. new byte[NetworkBytes]]).ToString(),
        _ => address.ToString(),
    };
}
