using System.Net;
using Azure.Core;
using FollowUp.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.RealWorker.Rig;

/// <summary>Tables in memory, for another process: what comes in over HTTP is handed to them as their client would.</summary>
internal sealed class TableServer : IAsyncDisposable
{
    private readonly WebApplication web;

    private TableServer(WebApplication web, InMemoryTables tables) => (this.web, Tables) = (web, tables);

    public InMemoryTables Tables { get; }

    public string ConnectionString
    {
        get
        {
            string address = web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
            return InMemoryTables.ConnectionString.Replace("https://tables.invalid", address, StringComparison.Ordinal);
        }
    }

    public static async Task<TableServer> Start(CancellationToken cancel)
    {
        InMemoryTables tables = new(TimeProvider.System);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        _ = builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication web = builder.Build();
        web.Run(call => Answer(call, tables));
        await web.StartAsync(cancel);
        return new(web, tables);
    }

    public async ValueTask DisposeAsync()
    {
        await web.StopAsync();
        await web.DisposeAsync();
    }

    private static async Task Answer(HttpContext call, InMemoryTables tables)
    {
        using HttpMessage message = new(tables.CreateRequest(), new ResponseClassifier());
        message.Request.Method = RequestMethod.Parse(call.Request.Method);

        // As it was sent: keys are escaped in it.
        message.Request.Uri.Reset(new($"http://{call.Request.Host}{call.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget}"));
        foreach ((string name, string? value) in call.Request.Headers.Select(header => (header.Key, (string?)header.Value)))
        {
            message.Request.Headers.Add(name, value ?? "");
        }

        message.Request.Content = RequestContent.Create(await BinaryData.FromStreamAsync(call.Request.Body, call.RequestAborted));
        await tables.ProcessAsync(message);
        call.Response.StatusCode = message.Response.Status;
        foreach (HttpHeader header in message.Response.Headers)
        {
            call.Response.Headers[header.Name] = header.Value;
        }

        if (message.Response.Status != StatusCodes.Status204NoContent)
        {
            await message.Response.ContentStream!.CopyToAsync(call.Response.Body, call.RequestAborted);
        }
    }
}
