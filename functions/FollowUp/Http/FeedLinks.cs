using FollowUp.Delivery;
using FollowUp.Feeds;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Http;

/// <summary>
/// The secret of a calendar's address, and of that by which a mail program unsubscribes. Such programs can send it nowhere but in the
/// address itself, and whoever logs calls logs their addresses: <see cref="FeedAddresses"/> takes it out before anything sees it.
/// </summary>
internal static class FeedLinks
{
    /// <summary>What all addresses of calendars begin with; the secret follows.</summary>
    public const string Path = "/api/feeds/";

    /// <summary>In the place of the secret.</summary>
    public const string Hidden = "-";

    /// <summary>Programs know a calendar by it.</summary>
    private const string Extension = ".ics";

    private static readonly string[] Secrets = [Path, RenderedLetter.RhythmPath];

    private static readonly object Secret = new();

    /// <summary>Takes the secret out of the address, and keeps it with the call.</summary>
    public static void Hide(HttpContext http)
    {
        string path = http.Request.Path.Value ?? "";
        if (Array.Find(Secrets, one => path.Length > one.Length && path.StartsWith(one, StringComparison.OrdinalIgnoreCase)) is { } begin)
        {
            // Nothing lies below a secret: that is an address that nobody knows, on every host alike, and is hidden as well.
            bool isBelow = path.AsSpan(begin.Length).Contains('/');
            http.Items[Secret] = isBelow ? "" : path[begin.Length..];
            http.Request.Path = isBelow ? $"{begin}{Hidden}/{Hidden}" : $"{begin}{Hidden}";
        }
    }

    /// <summary>What was taken out of the address; empty where nothing was.</summary>
    public static string SecretOf(HttpRequest request) => request.HttpContext.Items[Secret] as string ?? "";

    /// <exception cref="LinkRefusedException">It opens nothing.</exception>
    public static FeedScope Demand(HttpRequest request, LinkSettings links)
    {
        string secret = SecretOf(request);
        string token = secret.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? secret[..^Extension.Length] : secret;
        return links.Keys is not { } keys ? throw LinkRefusedException.UnknownFeed()
            : FeedToken.Read(token, keys)
                ?? throw (FeedToken.IsOfOtherKey(token, keys) ? LinkRefusedException.FeedOfOtherKey() : LinkRefusedException.UnknownFeed());
    }
}
