using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Access;

/// <summary>
/// How a host that signs people in by itself hands over who it was: a mail address, and nothing else, since what they may do follows from
/// register and settings at each call.
/// </summary>
public static class SignedIn
{
    /// <summary>What an identity must be of: nothing else that a request brings along counts.</summary>
    public const string Scheme = "FollowUp";

    private const string AddressClaim = "followup-address";

    public static ClaimsPrincipal As(string address) => new(new ClaimsIdentity([new(AddressClaim, address)], Scheme));

    /// <summary>Null where nobody is signed in that way.</summary>
    public static string? AddressOf(HttpContext http) => http.User.Identities
        .FirstOrDefault(identity => identity is { IsAuthenticated: true, AuthenticationType: Scheme })?.FindFirst(AddressClaim)?.Value;
}
