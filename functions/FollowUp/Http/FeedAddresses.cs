using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FollowUp.Http;

/// <summary>
/// Makes what a call is known by, as ASP.NET does, but for the secret of an address (<see cref="FeedLinks"/>), which is taken out at once:
/// before the first line is logged, before a span or a scope has the address in it, whatever an operator wants to see.
/// </summary>
public sealed class FeedAddresses(IServiceProvider services) : IHttpContextFactory
{
    private readonly DefaultHttpContextFactory contexts = new(services);

    public HttpContext Create(IFeatureCollection featureCollection)
    {
        HttpContext http = contexts.Create(featureCollection);
        FeedLinks.Hide(http);
        return http;
    }

    public void Dispose(HttpContext httpContext) => contexts.Dispose(httpContext);
}
