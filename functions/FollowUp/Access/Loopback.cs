using System.Net;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Access;

/// <summary>
/// Whether a call comes from this machine and means it. The name that was asked for counts as well: a page somewhere may have its own name
/// lead to this machine, and would then be of one origin with what answers here.
/// </summary>
public static class Loopback
{
    public static bool IsMeant(HttpRequest request) => IsHere(request.HttpContext.Connection.RemoteIpAddress)
        && IsName(request.Host.Host)

        // Whoever passes a call on may leave one of these where the caller's address was; what is in them is as good as nothing.
        && !request.Headers.ContainsKey("X-Original-For") && !request.Headers.ContainsKey("Forwarded")
        && Passed(request, "X-Forwarded-Host").All(host => IsName(HostString.FromUriComponent(host).Host))
        && Passed(request, "X-Forwarded-For").All(from => IPAddress.TryParse(from, out IPAddress? address) && IsHere(address));

    public static bool IsHere(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    /// <summary>Whether a host of an address means this machine to every browser.</summary>
    public static bool IsName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IsHere(address));

    private static IEnumerable<string> Passed(HttpRequest request, string header) =>
        request.Headers[header].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries));
}
