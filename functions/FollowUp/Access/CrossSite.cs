using Microsoft.AspNetCore.Http;

namespace FollowUp.Access;

/// <summary>
/// Whether a page of another origin sent a call that changes something. Browsers say so by themselves: newer ones in Sec-Fetch-Site, where
/// the address is one they trust, and all of them in Origin. Programs send neither, and bring what opens the door along.
/// </summary>
public static class CrossSite
{
    private const string FetchSite = "Sec-Fetch-Site";

    /// <param name="board">
    /// Where pages of ours come from, if a proxy in front gives them another address than the one that is seen here.
    /// </param>
    public static bool IsForged(HttpRequest request, string? board)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        {
            return false;
        }

        // A neighbour on the same site, like another port of this machine, is no less a stranger.
        return request.Headers[FetchSite] is [var site] ? site is not ("same-origin" or "none")
            : request.Headers[FetchSite].Count > 1 || request.Headers.Origin.Any(origin => !IsOurs(origin, request, board));
    }

    private static bool IsOurs(string? origin, HttpRequest request, string? board) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? from) && from.Scheme is "http" or "https"
        && (IsSame(from, request.Host) || (Uri.TryCreate(board, UriKind.Absolute, out Uri? ours) && IsSame(from, ours)));

    private static bool IsSame(Uri from, HostString host) =>
        host.HasValue && Uri.TryCreate($"{from.Scheme}://{host.Value}", UriKind.Absolute, out Uri? here) && IsSame(from, here);

    private static bool IsSame(Uri one, Uri other) =>
        one.GetLeftPart(UriPartial.Authority).Equals(other.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
}
