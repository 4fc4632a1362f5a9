using FollowUp.Access;
using FollowUp.LocalHost.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Start.SignIn;

/// <summary>
/// How people sign in on one machine: at an OpenID provider, or once by a link. A session lives in memory, and ends when its
/// owner signs out, whoever has a copy of its cookie; who is signed in signs in anew after a restart.
/// </summary>
internal static class Sessions
{
    public const string CookieName = "followup-session";

    /// <summary>A working day.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>Does nothing where nobody has said who may use FollowUp.</summary>
    public static void Add(LocalHostBuilder builder)
    {
        if (!AccessSettings.IsSet(builder.Configuration))
        {
            return;
        }

        OidcSettings? provider = OidcSettings.Read(builder.Configuration);
        _ = builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        _ = builder.Services.AddSingleton(_ => new OneTimeLink(TimeProvider.System));
        SessionTickets tickets = new(TimeProvider.System);
        AuthenticationBuilder signIn = builder.Services.AddAuthentication(SignedIn.Scheme)
            .AddPolicyScheme(SignedIn.Scheme, null, options => options.ForwardDefaultSelector = http => SchemeOf(http, provider))
            .AddCookie(CookieAuthenticationDefaults.AuthenticationScheme, session => Configure(session, tickets));
        if (provider is not null)
        {
            signIn.AddProvider(provider, builder.Configuration["Board:Url"]);
        }

        _ = builder.Use(host => host.BeforeFunctions = app => Serve(app, provider));
    }

    private static void Serve(WebApplication app, OidcSettings? provider)
    {
        _ = app.UseAuthentication();
        SignInPages.Map(app, provider is not null);
    }

    private static string SchemeOf(HttpContext http, OidcSettings? provider) =>
        provider is not null && http.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? JwtBearerDefaults.AuthenticationScheme : CookieAuthenticationDefaults.AuthenticationScheme;

    private static void Configure(CookieAuthenticationOptions session, SessionTickets tickets)
    {
        session.SessionStore = tickets;
        session.Cookie.Name = CookieName;
        session.Cookie.HttpOnly = true;

        // Browsers take such a cookie from localhost over plain http too, and from nobody else: over a network FollowUp needs https.
        session.Cookie.SecurePolicy = CookieSecurePolicy.Always;

        // The page itself is the same for everybody; what it shows it asks for by itself, so no link from elsewhere need bring the cookie.
        session.Cookie.SameSite = SameSiteMode.Strict;
        session.ExpireTimeSpan = Lifetime;
        session.SlidingExpiration = false;

        // Whatever clock FollowUp is started with, browsers go by their own.
        session.TimeProvider = TimeProvider.System;
    }
}
