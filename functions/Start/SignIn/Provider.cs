using FollowUp.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Start.SignIn;

/// <summary>
/// An OpenID provider: people are sent to it and come back with a code (PKCE, state and nonce checked), programs bring its tokens. Of all
/// that it says, the address alone is kept.
/// </summary>
internal static class Provider
{
    public const string Callback = "/sign-in/callback";

    /// <summary>Signatures by keys that only the provider has: none by a shared secret, and no token without one.</summary>
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    public static void AddProvider(this AuthenticationBuilder signIn, OidcSettings provider, string? board)
    {
        _ = signIn.AddOpenIdConnect(oidc => ForPeople(oidc, provider, board));
        _ = signIn.AddJwtBearer(jwt => ForPrograms(jwt, provider));
    }

    private static void ForPeople(OpenIdConnectOptions oidc, OidcSettings provider, string? board)
    {
        (oidc.Authority, oidc.ClientId, oidc.ClientSecret) = (provider.Authority.ToString(), provider.ClientId, provider.ClientSecret);
        (oidc.ResponseType, oidc.ResponseMode, oidc.UsePkce) = ("code", "query", true);
        (oidc.CallbackPath, oidc.SignInScheme) = (Callback, CookieAuthenticationDefaults.AuthenticationScheme);
        (oidc.SaveTokens, oidc.MapInboundClaims, oidc.GetClaimsFromUserInfoEndpoint) = (false, false, true);
        (oidc.RequireHttpsMetadata, oidc.DisableTelemetry, oidc.TimeProvider) = (!provider.IsHere, true, TimeProvider.System);
        (oidc.TokenValidationParameters.ValidAlgorithms, oidc.TokenValidationParameters.ClockSkew) = (Algorithms, Skew);
        oidc.Scope.Clear();
        oidc.Scope.Add("openid");
        oidc.Scope.Add("email");
        oidc.Scope.Add("profile");
        oidc.ClaimActions.MapUniqueJsonKey("email_verified", "email_verified");
        oidc.ClaimActions.MapUniqueJsonKey(provider.AddressClaim, provider.AddressClaim);
        foreach (CookieBuilder cookie in new[] { oidc.NonceCookie, oidc.CorrelationCookie })
        {
            (cookie.SecurePolicy, cookie.SameSite, cookie.HttpOnly) = (CookieSecurePolicy.Always, SameSiteMode.Lax, true);
        }

        oidc.Events.OnRedirectToIdentityProvider = context =>
        {
            context.ProtocolMessage.RedirectUri = OriginOf(context.Request, board) + Callback;
            return Task.CompletedTask;
        };
        // A token that came straight from the provider is taken without a signature otherwise; someone may stand in between.
        oidc.Events.OnTokenValidated = context =>
        {
            if (!Algorithms.Contains(context.SecurityToken.Header.Alg, StringComparer.Ordinal))
            {
                context.Fail("the token is not signed by a key that only the provider has");
            }

            return Task.CompletedTask;
        };
        oidc.Events.OnTicketReceived = context =>
        {
            if (provider.AddressOf(context.Principal!) is { } address)
            {
                context.Principal = SignedIn.As(address);
            }
            else
            {
                // A failure would be passed over here, and whoever the provider did not vouch for be signed in.
                context.Response.Redirect(SignInPages.Failed);
                context.HandleResponse();
            }

            return Task.CompletedTask;
        };
        oidc.Events.OnRemoteFailure = context =>
        {
            context.Response.Redirect(SignInPages.Failed);
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static void ForPrograms(JwtBearerOptions jwt, OidcSettings provider)
    {
        (jwt.Authority, jwt.Audience, jwt.MapInboundClaims) = (provider.Authority.ToString(), provider.Audience, false);
        (jwt.RequireHttpsMetadata, jwt.TimeProvider) = (!provider.IsHere, TimeProvider.System);
        (jwt.TokenValidationParameters.ValidAlgorithms, jwt.TokenValidationParameters.ClockSkew) = (Algorithms, Skew);
        jwt.Events = new()
        {
            OnTokenValidated = context =>
            {
                if (provider.AddressOf(context.Principal!) is { } address)
                {
                    context.Principal = SignedIn.As(address);
                }
                else
                {
                    context.Fail($"the token vouches for no mail address in the claim {provider.AddressClaim}");
                }

                return Task.CompletedTask;
            },
        };
    }

    /// <summary>
    /// Where the browser is: on this machine as it was asked for, else where the board is said to be, whatever stands in front.
    /// </summary>
    private static string OriginOf(HttpRequest request, string? board) =>
        !Loopback.IsName(request.Host.Host) && Uri.TryCreate(board, UriKind.Absolute, out Uri? url)
            ? url.GetLeftPart(UriPartial.Authority) : $"{request.Scheme}://{request.Host}";
}
