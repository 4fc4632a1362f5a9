using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Net;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace FollowUp.Tests.Delivery.Rig;

/// <summary>A mail server by others, which takes every letter and keeps it as it came over the wire.</summary>
internal sealed class RealMailServer : MessageStore, IAsyncDisposable
{
    private readonly ConcurrentQueue<byte[]> taken = new();
    private readonly SmtpServer.SmtpServer server;
    private readonly Task serving;

    public RealMailServer()
    {
        EndpointListenerFactory listeners = new();
        listeners.EndpointStarted += (_, started) => Port = ((IPEndPoint)started.LocalEndPoint).Port;
        ServiceProvider services = new();
        services.Add(listeners);
        services.Add((IMessageStore)this);
        server = new(
            new SmtpServerOptionsBuilder().ServerName("mail.example")
                .Endpoint(endpoint => endpoint.Endpoint(new(IPAddress.Loopback, 0))).Build(),
            services);
        serving = server.StartAsync(CancellationToken.None);
        Port.Should().BePositive("it listens before it is used");
    }

    public int Port { get; private set; }

    public IReadOnlyList<byte[]> Taken => [.. taken];

    public override Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        taken.Enqueue(buffer.ToArray());
        return Task.FromResult(SmtpResponse.Ok);
    }

    public async ValueTask DisposeAsync()
    {
        server.Shutdown();
        await serving;
    }
}
