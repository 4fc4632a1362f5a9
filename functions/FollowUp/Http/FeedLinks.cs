using FollowUp.Delivery;
using FollowUp.Feeds;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Http;

/// <summary>
/// The secret of a calendar's address. Calendar programs can send it nowhere but in the address itself, and whoever logs calls logs their
/// addresses: <see cref="FeedAddresses"/> takes it out before anything sees it.
/// </summary>
internal static class FeedLinks
{
    /// <summary>What all addresses of calendars begin with; the secret follows.</summary>
    public const string Path = "/api/feeds/";

    /// <summary>In the place of the secret.</summary>
    public const string Hidden = "-";

    /// <summary>Programs know a calendar by it.</summary>
    private const string Extension = ".ics";

    private static readonly object Secret = new();

    /// <summary>Takes the secret out of the address, and keeps it with the call.</summary>
    public static void Hide(HttpContext http)
    {
        if (http.Request.Path.Value is { } path && path.Length > Path.Length && path.StartsWith(Path, StringComparison.OrdinalIgnoreCase))
        {
            http.Items[Secret] = path[Path.Length..];
            http.Request.Path = $"{Path}{Hidden}";
        }
    }

    /// <exception cref="LinkRefusedException">It opens nothing.</exception>
    public static FeedScope Demand(HttpRequest request, LinkSettings links)
    {
        string secret = request.HttpContext.Items[Secret] as string ?? "";
        string token = secret.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? secret[..^Extension.Length] : secret;
        return links.Keys is not { } keys ? throw LinkRefusedException.UnknownFeed()
            : FeedToken.Read(token, keys)
                ?? throw (FeedToken.IsOfOtherKey(token, keys) ? LinkRefusedException.FeedOfOtherKey() : LinkRefusedException.UnknownFeed());
    }
}
