using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Start;

/// <summary>
/// Tries to listen before anything else is begun: a port that cannot be had must not leave tables open and clocks running.
/// </summary>
internal static class Ports
{
    /// <summary>Whoever listens there and is FollowUp answers at once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <returns>The same with names of this machine resolved: the server would take a name for every address that there is.</returns>
    /// <exception cref="UsageException">It is taken, forbidden, or no address of this machine.</exception>
    public static async Task<Listening> EnsureFree(Listening wanted, CancellationToken cancel)
    {
        List<string> urls = [];
        foreach (BindingAddress address in wanted.Url.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(BindingAddress.Parse))
        {
            foreach (string host in await Hosts(address.Host, cancel))
            {
                await Try(host, address.Port, cancel);
                urls.Add($"{address.Scheme}://{host}:{address.Port}");
            }
        }

        return new(string.Join(';', urls));
    }

    private static async Task<IReadOnlyList<string>> Hosts(string host, CancellationToken cancel)
    {
        if (host is "localhost" or "*" or "+" || IPAddress.TryParse(host.Trim('[', ']'), out _))
        {
            return [host];
        }

        try
        {
            return [.. (await Dns.GetHostAddressesAsync(host, cancel)).Select(HostOfUrl).Distinct()];
        }
        catch (SocketException)
        {
            throw new UsageException($"Nobody here knows {host}; --listen takes an address or a name of this machine, like 0.0.0.0.");
        }
    }

    private static string HostOfUrl(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : $"{address}";

    private static async Task Try(string host, int port, CancellationToken cancel)
    {
        IPAddress address = host switch
        {
            "localhost" => IPAddress.Loopback,
            "*" or "+" => IPAddress.Any,
            _ => IPAddress.Parse(host.Trim('[', ']')),
        };
        try
        {
            using Socket socket = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen();
        }
        catch (SocketException failure)
        {
            throw new UsageException(await Sentence(failure.SocketErrorCode, host, port, cancel));
        }
    }

    private static async Task<string> Sentence(SocketError error, string host, int port, CancellationToken cancel) => error switch
    {
        SocketError.AddressAlreadyInUse when await IsFollowUp(port, cancel) =>
            $"Port {port} is taken by a FollowUp that runs already (http://localhost:{port}/board/); "
            + "end that one, or name another port with --port.",
        SocketError.AddressAlreadyInUse => $"Port {port} is taken by another program; end that one, or name another port with --port.",
        SocketError.AccessDenied => $"Port {port} is for administrators alone, as those below 1024 mostly are; name another with --port.",
        SocketError.AddressNotAvailable => $"{host} is no address of this machine; --listen takes one that is, or 0.0.0.0 for all.",
        SocketError.AddressFamilyNotSupported => $"This machine has no addresses of the kind of {host}; name another with --listen.",
        _ => $"Nobody can listen at {host}, port {port} ({error}); name another with --listen or --port.",
    };

    private static async Task<bool> IsFollowUp(int port, CancellationToken cancel)
    {
        using HttpClient http = new() { Timeout = Patience };
        try
        {
            string answer = await http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/api/health/live"), cancel);
            return answer.Contains("\"live\"", StringComparison.Ordinal);
        }
        catch (Exception other)
            when (other is HttpRequestException or IOException
                || (other is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }
}
