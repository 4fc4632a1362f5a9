using System.Net;
using System.Net.Sockets;

namespace FollowUp.Delivery.Webhooks;

/// <summary>What a name leads to.</summary>
public delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancel);

/// <summary>
/// Connects to the very addresses that were looked at: a name that leads elsewhere by the second time it is asked for (DNS rebinding)
/// is not asked for a second time.
/// </summary>
internal sealed class GuardedConnection(WebhookSettings settings, ResolveHost resolve)
{
    /// <exception cref="ForbiddenAddressException">One of its addresses is not public, and nobody allowed it by name.</exception>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        (string host, int port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        IPAddress[] addresses = await resolve(host, cancel);
        bool isAllowed = context.InitialRequestMessage.RequestUri is { } address && settings.Allows(address);
        if (!isAllowed && (addresses.Length == 0 || !addresses.All(PublicAddress.IsPublic)))
        {
            throw new ForbiddenAddressException();
        }

        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>It leads to where nothing is posted.</summary>
internal sealed class ForbiddenAddressException() : Exception("It leads to no public address.");
