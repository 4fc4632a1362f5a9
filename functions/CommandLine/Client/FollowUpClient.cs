using System.Net;
using Polly;

namespace FollowUp.CommandLine.Client;

/// <summary>
/// Sends calls to FollowUp, again where that may help, and tells answers from refusals. Whatever comes back is foreign: nothing of it is
/// followed (no redirect, no cookie), and it has an end.
/// </summary>
internal sealed class FollowUpClient : IDisposable
{
    private const int AnswerMax = 128 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    private readonly HttpClient http;
    private readonly ServerAddress server;
    private readonly ResiliencePipeline<ServerAnswer> retries;
    private readonly TimeProvider clock;

    /// <param name="handler">Carries requests; null for the network.</param>
    /// <param name="tell">Hears why it takes longer.</param>
    /// <exception cref="UsageException">The sign-in would go over the wire for everybody to read.</exception>
    public FollowUpClient(
        ServerAddress server, Credential? credential, TimeProvider clock, Action<string> tell, HttpMessageHandler? handler = null)
    {
        if (credential is not null && server.IsOpenToOthers)
        {
            throw new UsageException(
                $"A key is not sent to {server.Root.Host} over http, where others can read it: name it as https://… with --server.");
        }

        (this.server, this.clock, IsSignedIn) = (server, clock, credential is not null);
        retries = Retries.Build(clock, tell);
        http = new(handler ?? Network(server), disposeHandler: handler is null)
        {
            BaseAddress = server.Root,
            Timeout = Patience,
            MaxResponseContentBufferSize = AnswerMax,
        };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("followup/1.0");
        if (credential is not null)
        {
            _ = http.DefaultRequestHeaders.TryAddWithoutValidation(credential.Header, credential.Value);
        }
    }

    /// <summary>Whether calls bear somebody's own sign-in.</summary>
    public bool IsSignedIn { get; }

    /// <returns>What was done or read.</returns>
    /// <exception cref="RefusedException">The server said no.</exception>
    /// <exception cref="UnreachableException">Nobody answered, or not now.</exception>
    public async Task<ServerAnswer> Send(ApiCall call, CancellationToken cancel)
    {
        ServerAnswer answer = await Try(call, cancel);
        return answer switch
        {
            { IsDone: true } => answer,
            { IsFailure: true } => throw new UnreachableException($"Not now: {answer.Why}"),
            _ => throw new RefusedException(answer),
        };
    }

    public void Dispose() => http.Dispose();

    private async Task<ServerAnswer> Try(ApiCall call, CancellationToken cancel)
    {
        try
        {
            return await retries.ExecuteAsync(async (sent, again) => await SendOnce(sent, again), call, cancel);
        }
        catch (HttpRequestException lost)
        {
            throw new UnreachableException($"FollowUp cannot be reached at {server.Root}: {lost.Message}", lost);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new UnreachableException($"FollowUp at {server.Root} did not answer within {Patience.TotalSeconds:0} seconds.", late);
        }
    }

    private async Task<ServerAnswer> SendOnce(ApiCall call, CancellationToken cancel)
    {
        using HttpRequestMessage request = call.ToRequest();
        using HttpResponseMessage response = await http.SendAsync(request, cancel);
        return new((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsByteArrayAsync(cancel))
        {
            ETag = response.Headers.ETag?.ToString(),
            RetryAfter = response.Headers.RetryAfter switch
            {
                { Delta: { } span } => span,
                { Date: { } moment } when moment > clock.GetUtcNow() => moment - clock.GetUtcNow(),
                _ => null,
            },
        };
    }

    /// <summary>An office's proxy reaches the world, and not what runs on this machine.</summary>
    private static SocketsHttpHandler Network(ServerAddress server) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !server.IsThisMachine,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(10),
    };
}
