using System.Net.Http.Headers;
using FollowUp.Webhooks;

namespace FollowUp.Delivery.Webhooks;

/// <summary>What is posted.</summary>
public sealed record WebhookPost(string MediaType, byte[] Body, IReadOnlyList<(string Name, string Value)> Headers);

/// <summary>
/// Posts to addresses that others chose. It follows no redirect, goes through no proxy, keeps no cookie, and of the answer takes the status
/// alone: what stands behind the walls is not to be reached through us, nor read.
/// </summary>
public sealed class WebhookSender : IDisposable
{
    /// <summary>Standard Webhooks: 15 to 30 seconds.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(15);

    /// <summary>Of an answer, so that its connection can be used again; with more it is closed.</summary>
    private const int AnswerMax = 64 * 1024;

    private readonly HttpClient http;
    private readonly WebhookSettings settings;
    private readonly TimeProvider clock;

    public WebhookSender(WebhookSettings settings, ResolveHost resolve, TimeProvider clock)
    {
        (this.settings, this.clock) = (settings, clock);
        http = new(new SocketsHttpHandler
        {
            ConnectCallback = new GuardedConnection(settings, resolve).Connect,
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = TimeLimit,
            MaxResponseDrainSize = AnswerMax,
            MaxResponseHeadersLength = AnswerMax / 1024,

            // A name may come to lead elsewhere; then it is looked at again.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <param name="url">What it may be is asked once more: settings may have changed since it was taken.</param>
    public async Task<WebhookAnswer> Post(string url, WebhookPost post, CancellationToken cancel)
    {
        if (WebhookAddress.Fault(url, settings) is not null)
        {
            return WebhookAnswer.Forbidden;
        }

        using HttpRequestMessage request = Request(url, post);
        using CancellationTokenSource late = new(TimeLimit, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            using HttpResponseMessage answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return WebhookAnswer.Of((int)answer.StatusCode);
        }
        catch (Exception failure) when (failure is ForbiddenAddressException || failure.InnerException is ForbiddenAddressException)
        {
            return WebhookAnswer.Forbidden;
        }
        catch (HttpRequestException)
        {
            return WebhookAnswer.Unreachable;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return WebhookAnswer.TimedOut;
        }
    }

    public void Dispose() => http.Dispose();

    private static HttpRequestMessage Request(string url, WebhookPost post)
    {
        HttpRequestMessage request = new(HttpMethod.Post, url) { Content = new ByteArrayContent(post.Body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(post.MediaType);

        // One that its receiver is about to close would take no post, and a post is not sent again by itself.
        request.Headers.ConnectionClose = true;
        request.Headers.UserAgent.Add(new("FollowUp", null));
        foreach ((string name, string value) in post.Headers)
        {
            request.Headers.Add(name, value);
        }

        return request;
    }
}
