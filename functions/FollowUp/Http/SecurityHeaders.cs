using FollowUp.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FollowUp.Http;

/// <summary>
/// What every answer tells browsers, on every host and whoever answers: an answer is what it says to be, runs nothing, is framed by nobody
/// and tells no other site where its reader was. A page says itself what it may do.
/// </summary>
public sealed class SecurityHeaders(AccessSettings settings) : IStartupFilter
{
    /// <summary>A year, as registers of such hosts ask for. Subdomains are others' to decide about.</summary>
    private const string HttpsAlone = "max-age=31536000";

    private static readonly (string Name, StringValues Value)[] OfEveryAnswer =
    [
        (HeaderNames.ContentSecurityPolicy, "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
        (HeaderNames.XContentTypeOptions, "nosniff"),
        (HeaderNames.XFrameOptions, "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ];

    /// <summary>A proxy may end TLS in front of a host that speaks HTTP; what readers call it by says how they reach it.</summary>
    private readonly bool isReachedByHttps = settings.BoardUrl?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        _ = app.Use((http, rest) =>
        {
            // As late as can be: an answer that fails half way is cleared, headers and all.
            http.Response.OnStarting(Add, http.Response);
            return rest(http);
        });
        next(app);
    };

    private Task Add(object response)
    {
        IHeaderDictionary headers = ((HttpResponse)response).Headers;
        foreach ((string name, StringValues value) in OfEveryAnswer)
        {
            _ = headers.TryAdd(name, value);
        }

        if (isReachedByHttps)
        {
            headers.StrictTransportSecurity = HttpsAlone;
        }

        return Task.CompletedTask;
    }
}
