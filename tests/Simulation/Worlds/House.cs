using Azure.Core.Pipeline;
using FollowUp.Delivery;
using FollowUp.Delivery.Languages;
using FollowUp.LocalHost.Hosting;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FollowUp.Simulation.Worlds;

/// <summary>One running host with the whole app in it, on the world's clock and over its own wire to the world's tables.</summary>
public sealed class House : IAsyncDisposable
{
    /// <summary>Compiling the templates takes longer than a whole life; they have no state.</summary>
    private static readonly LetterTemplates Templates = new(LetterLanguages.OfBuild);

    private readonly IHost host;
    private readonly HttpClient http;
    private readonly IdleDetector idleDetector;

    private House(IHost host, Wire wire)
    {
        (this.host, Wire) = (host, wire);
        idleDetector = host.Services.GetRequiredService<IdleDetector>();
        Clocks = host.Services.GetRequiredService<LocalTaskHub>().Client;
        http = new() { BaseAddress = new(host.Services.GetRequiredService<LocalHostAddress>().Url) };
    }

    public Wire Wire { get; }

    public DurableTaskClient Clocks { get; }

    public DateTimeOffset? NextAlarm => idleDetector.NextAlarm;

    public static Task<House> Open(TimeProvider clock, Mailbox mailbox, Wire wire) => Open(BuildApp(clock, mailbox, wire), wire);

    /// <summary>The same host without the app: only these functions, and what they need.</summary>
    public static Task<House> Open(TimeProvider clock, Wire wire, Action<IServiceCollection> services, params Type[] functions)
    {
        LocalHostBuilder builder = Build(clock, wire, local => local.OnlyTypes = functions);
        services(builder.Services);
        return Open(builder.Build(), wire);
    }

    /// <summary>Completes when nothing is under way any more, or the host is dead or stands still.</summary>
    public Task Still() =>
        Wire.IsFrozen ? Task.CompletedTask : Task.WhenAny(idleDetector.WhenIdle(CancellationToken.None), Wire.WhenCut).Unwrap();

    /// <returns>Null when there was no answer.</returns>
    public async Task<Answer?> Send(string method, string path, string? body, string? key, string? link = null)
    {
        using HttpRequestMessage request = new(new(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (link is not null)
        {
            request.Headers.Add("x-followup-link", link);
        }

        try
        {
            Task<HttpResponseMessage> sending = http.SendAsync(request);
            if (await Task.WhenAny(sending, Wire.WhenCut) != sending)
            {
                // The caller of a host that was killed hears nothing.
                _ = sending.ContinueWith(answered => answered.Exception, TaskScheduler.Default);
                return null;
            }

            using HttpResponseMessage message = await sending;
            return new((int)message.StatusCode, await message.Content.ReadAsStringAsync(), message.Headers.ETag?.Tag);
        }
        catch (HttpRequestException) when (Wire.IsCut)
        {
            return null;
        }
    }

    public async Task Stop()
    {
        http.Dispose();
        await host.StopAsync();
        host.Dispose();
    }

    /// <summary>The end without a drain: nothing reaches the store any more.</summary>
    public async Task Kill()
    {
        Wire.Cut();
        http.Dispose();
        await host.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        host.Dispose();
    }

    public async ValueTask DisposeAsync() => await Kill();

    private static async Task<House> Open(IHost host, Wire wire)
    {
        try
        {
            await host.StartAsync();
            return new(host, wire);
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    private static IHost BuildApp(TimeProvider clock, Mailbox mailbox, Wire wire)
    {
        LocalHostBuilder builder = Build(clock, wire, local => local.Functions = typeof(FollowUpServices).Assembly);
        _ = builder.Services.AddSingleton<ILetterChannel>(new Counter(mailbox, wire)).AddSingleton<HttpPipelineTransport>(wire);
        _ = builder.Services.AddFollowUp(builder.Configuration).AddSingleton(Templates);
        return builder.Build();
    }

    private static LocalHostBuilder Build(TimeProvider clock, Wire wire, Action<LocalHostOptions> functions)
    {
        LocalHostBuilder builder = new();
        _ = builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = Wire.Connection,
            ["Board:Url"] = "https://board.example/board/",
            ["Links:Key"] = Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]),

            // One thing at a time, so that a seed tells the same story again as nearly as threads allow.
            ["AzureFunctionsJobHost:extensions:durableTask:maxConcurrentOrchestratorFunctions"] = "1",
            ["AzureFunctionsJobHost:extensions:durableTask:maxConcurrentActivityFunctions"] = "1",
        });
        _ = builder.Logging.ClearProviders();
        _ = builder.Services.AddSingleton(clock);
        _ = builder.Use(local =>
        {
            local.Url = "http://127.0.0.1:0";
            local.StorageTransport = wire;
            functions(local);
        });
        return builder;
    }
}

public sealed record Answer(int Status, string Text, string? ETag);
