using Microsoft.AspNetCore.Http;

namespace FollowUp.Access;

/// <summary>
/// As whom a page was opened. All tabs of a browser share its session: where somebody else signs in in one of them, what is typed in
/// another must not be sent in their name. A page says whose it is in a header, and is refused where they are not the one who is signed in.
/// </summary>
public static class ExpectedReader
{
    /// <summary>An address as <c>GET /api/me</c> says it, percent-encoded, since headers are ASCII.</summary>
    public const string Header = "x-followup-reader";

    /// <exception cref="AccessRefusedException">A person is signed in, and it is not whom the caller takes them for.</exception>
    public static void Require(HttpRequest request, Principal who)
    {
        if (who.Kind == PrincipalKind.Person && request.Headers[Header] is [{ Length: > 0 } expected]
            && !Uri.UnescapeDataString(expected).Equals(who.Address, StringComparison.OrdinalIgnoreCase))
        {
            throw new AccessRefusedException(AccessRefusal.AnotherReader,
                $"{who.Address} is signed in by now, and this was meant to be somebody else's; nothing was done. Read the page again.");
        }
    }
}
