using System.Net;
using System.Text.Json.Nodes;
using FollowUp.RealWorker.Durable;
using FollowUp.RealWorker.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.RealWorker.Hosting;

/// <summary>
/// Plays Azure's host to a worker: serves the protocol by which workers report, and the task hub behind <c>[DurableClient]</c>, on a port
/// of its own.
/// </summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    private readonly WebApplication web;
    private readonly WorkerRpc workers;

    private FunctionsHost(WebApplication web, WorkerRpc workers) => (this.web, this.workers) = (web, workers);

    public Uri Address => new(web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>
    /// What the Durable extension sends for a client of the task hub. Without the size, each call fails after it was done; the time limit
    /// is JSON within JSON.
    /// </summary>
    private string HubClient => new JsonObject
    {
        ["taskHubName"] = "FollowUpHub",
        ["connectionName"] = "",
        ["rpcBaseUrl"] = Address.ToString(),
        ["httpBaseUrl"] = Address.ToString(),
        ["requiredQueryStringParameters"] = "",
        ["maxGrpcMessageSizeInBytes"] = int.MaxValue,
        ["grpcHttpClientTimeout"] = "\"00:01:40\"",
    }.ToJsonString();

    /// <param name="hub">The task hub that functions find.</param>
    public static async Task<FunctionsHost> Start(Sidecar hub, CancellationToken cancel)
    {
        WorkerRpc workers = new();
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        _ = builder.WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, port => port.Protocols = HttpProtocols.Http2));
        _ = builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = null);
        _ = builder.Services.AddSingleton(workers).AddSingleton(hub);
        WebApplication web = builder.Build();
        _ = web.UseRouting();
        _ = web.MapGrpcService<WorkerRpc>();
        _ = web.MapGrpcService<Sidecar>();
        await web.StartAsync(cancel);
        return new(web, workers);
    }

    /// <summary>The next worker that reports, with all its functions loaded.</summary>
    /// <param name="folder">Where its app is.</param>
    public async Task<LoadedWorker> Load(string folder, CancellationToken cancel) =>
        await LoadedWorker.Load(await workers.Next(cancel), folder, HubClient, cancel);

    public async ValueTask DisposeAsync()
    {
        await web.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await web.DisposeAsync();
    }
}
