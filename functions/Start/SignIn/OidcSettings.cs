using System.Security.Claims;
using FollowUp.Access;
using FollowUp.Values;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Start.SignIn;

/// <summary>
/// The OpenID provider that people sign in at: <c>Oidc:Authority</c>, <c>Oidc:ClientId</c>, <c>Oidc:ClientSecret</c>, and where the
/// provider is special <c>Oidc:Audience</c> of programs' tokens and <c>Oidc:AddressClaim</c>.
/// </summary>
/// <param name="AddressClaim">The claim that holds the mail address by which the register knows people.</param>
internal sealed record OidcSettings(Uri Authority, string ClientId, string? ClientSecret, string Audience, string AddressClaim)
{
    private const string Email = "email";

    /// <summary>Whether the provider is on this machine, where nobody listens in on plain http.</summary>
    public bool IsHere => Loopback.IsName(Authority.Host);

    /// <summary>Null where no provider is set.</summary>
    public static OidcSettings? Read(IConfiguration settings) => settings["Oidc:Authority"] is not { Length: > 0 } authority ? null : new(
        new(authority), Set(settings["Oidc:ClientId"])!, Set(settings["Oidc:ClientSecret"]),
        Set(settings["Oidc:Audience"]) ?? settings["Oidc:ClientId"]!, Set(settings["Oidc:AddressClaim"]) ?? Email);

    /// <summary>What cannot be followed; null where all can, or no provider is set.</summary>
    public static string? Fault(IConfiguration settings) => settings["Oidc:Authority"] is not { Length: > 0 } authority ? null
        : !Uri.TryCreate(authority, UriKind.Absolute, out Uri? url)
            || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && Loopback.IsName(url.Host)))
            ? $"The setting Oidc:Authority must be the https address of an OpenID provider, not {authority}."
        : settings["Oidc:ClientId"] is not { Length: > 0 }
            ? "The setting Oidc:ClientId must say as what FollowUp is known to the OpenID provider that Oidc:Authority names."
        : null;

    /// <summary>
    /// The address of whoever the provider vouches for; null where it names none, or says itself that it did not verify it.
    /// </summary>
    public string? AddressOf(ClaimsPrincipal user) =>
        (AddressClaim == Email && bool.TryParse(user.FindFirst("email_verified")?.Value, out bool verified) && !verified)
        || user.FindFirst(AddressClaim)?.Value is not { } address || MailAddress.Fault(MailAddress.Normalize(address)) is not null
            ? null : address;

    private static string? Set(string? setting) => setting is { Length: > 0 } ? setting : null;
}
