using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Start;

/// <summary>Where the app listens, and how it is reached there.</summary>
/// <param name="Url">One address, or several with semicolons between them.</param>
internal sealed record Listening(string Url)
{
    private static readonly string[] Everywhere = ["0.0.0.0", "[::]", "*", "+"];

    private IEnumerable<BindingAddress> Addresses => Url.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(BindingAddress.Parse);

    private BindingAddress First => Addresses.First();

    public int Port => First.Port;

    /// <summary>Whether other machines can reach it.</summary>
    public bool IsOpen => Addresses.Any(address => !IsLoopback(address.Host));

    /// <summary>The board, as a browser on this machine reaches it.</summary>
    public string Board => $"{First.Scheme}://{Here(First.Host)}:{First.Port}/board/";

    /// <summary>The board, as a browser on another machine reaches it where this machine's name is known there.</summary>
    public string BoardFromElsewhere =>
        Everywhere.Contains(First.Host) ? $"{First.Scheme}://{Dns.GetHostName().ToLowerInvariant()}:{First.Port}/board/" : Board;

    /// <summary>The setting, with what the command line says instead.</summary>
    /// <exception cref="UsageException">The setting is no address.</exception>
    public static Listening Resolve(string? host, int? port, string setting)
    {
        Listening set = Checked(setting);
        return host is null && port is null ? set : new($"{set.First.Scheme}://{host ?? set.First.Host}:{port ?? set.First.Port}");
    }

    /// <summary>The host of a URL that means the address <paramref name="value"/>.</summary>
    /// <exception cref="UsageException">It is no address without a port.</exception>
    public static string Host(string value) => Uri.CheckHostName(value.Trim('[', ']')) switch
    {
        _ when value is "*" or "+" => "0.0.0.0",
        UriHostNameType.IPv6 => $"[{IPAddress.Parse(value.Trim('[', ']'))}]",
        UriHostNameType.IPv4 when IPAddress.TryParse(value, out IPAddress? address) && $"{address}" == value => value,
        UriHostNameType.Dns when value.Any(char.IsLetter) => value.ToLowerInvariant(),
        _ when value.Split(':') is [_, var port] && int.TryParse(port, out _) => throw new UsageException(
            $"--listen takes an address without a port, not {value}; the port goes with --port."),
        _ => throw new UsageException($"--listen must be an address or a name of this machine, like 0.0.0.0 or 192.168.1.20, not {value}."),
    };

    private static Listening Checked(string setting)
    {
        try
        {
            Listening listening = new(setting);
            return listening.Addresses.Any() && listening.Addresses.All(IsServed) ? listening : throw new FormatException();
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidOperationException)
        {
            throw new UsageException(
                $"The setting LocalHost:Url must be an address like http://127.0.0.1:7071, http and without a path, not {setting}.");
        }
    }

    private static bool IsServed(BindingAddress address) =>
        address is { Scheme: "http", IsUnixPipe: false, IsNamedPipe: false, PathBase: "" or "/", Port: > 0 and < 65_536, Host.Length: > 0 };

    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));

    private static string Here(string host) => Everywhere.Contains(host) || IsLoopbackOfIPv4(host) ? "localhost" : host;

    private static bool IsLoopbackOfIPv4(string host) =>
        IPAddress.TryParse(host, out IPAddress? address)
        && address.AddressFamily == AddressFamily.InterNetwork
        && IPAddress.IsLoopback(address);
}
