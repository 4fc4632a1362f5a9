using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FollowUp.Tests.Rig;

/// <summary>
/// Takes telemetry over OTLP/HTTP and keeps what arrives as it arrived: texts are readable in protobuf, whatever field they are in.
/// </summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> arrived = new();

    private Collector(WebApplication server) => this.server = server;

    public string Address => server.Urls.First();

    /// <summary>All that came of one signal: traces, metrics or logs.</summary>
    public byte[] All(string signal) => [.. arrived.Where(one => one.Signal == signal).SelectMany(one => one.Body)];

    public string Texts(string signal) => Encoding.UTF8.GetString(All(signal));

    public static async Task<Collector> Start()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        _ = builder.Logging.ClearProviders();
        _ = builder.WebHost.UseUrls("http://127.0.0.1:0");
        Collector collector = new(builder.Build());
        collector.server.MapPost("/v1/{signal}", collector.Take);
        await collector.server.StartAsync();
        return collector;
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private async Task<IResult> Take(string signal, HttpRequest request)
    {
        if (request.ContentType != "application/x-protobuf" || request.Headers.ContentEncoding.Count > 0)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        using MemoryStream body = new();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        arrived.Enqueue((signal, body.ToArray()));
        return Results.Bytes([], "application/x-protobuf");
    }
}
