using System.Net;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Operations.Watching;

/// <summary>
/// Who misses the pings of <see cref="DeadMansPing"/>, from the setting <c>Alarms:PingUrl</c>. Whoever knows the address can speak in our
/// name, so it is a secret but for its host.
/// </summary>
/// <param name="Address">Null where nobody waits for them.</param>
public sealed record PingSettings(Uri? Address)
{
    /// <exception cref="InvalidOperationException">It cannot be used: see <see cref="Fault"/>.</exception>
    public static PingSettings Read(IConfiguration settings) =>
        Fault(settings) is { } fault ? throw new InvalidOperationException(fault)
        : new(settings["Alarms:PingUrl"] is { Length: > 0 } set ? new Uri(set) : null);

    /// <summary>What is wrong with the setting, without what it says; null where nothing is.</summary>
    public static string? Fault(IConfiguration settings) => settings["Alarms:PingUrl"] is not { Length: > 0 } set || IsUsable(set)
        ? null
        : "The setting Alarms:PingUrl must be an address like https://pings.example/SECRET, without a name or password before its host; "
            + "http is taken for this machine alone, as http://127.0.0.1:8000/SECRET.";

    private static bool IsUsable(string set) =>
        Uri.TryCreate(set, UriKind.Absolute, out Uri? address) && address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsHere(address)));

    private static bool IsHere(Uri address) =>
        address.Host == "localhost" || (IPAddress.TryParse(address.DnsSafeHost, out IPAddress? ip) && IPAddress.IsLoopback(ip));
}
