using System.Text.Json;
using FollowUp.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Start.SignIn;

/// <summary>
/// Where a browser signs in and out. What begins a session or ends one is a POST that a page of ours sends, so that no other page can do
/// it, and no program that looks at links.
/// </summary>
internal static class SignInPages
{
    public const string Link = "/sign-in/link";

    /// <summary>The page says there what to do.</summary>
    public const string Failed = "/board/#/sign-in/failed";

    private const string Board = "/board/";

    /// <summary>A token and the braces around it.</summary>
    private const int LongestBody = 256;

    public static void Map(WebApplication app, bool hasProvider)
    {
        if (hasProvider)
        {
            _ = app.MapGet(SignInAddresses.LocalIn, http => http.ChallengeAsync(
                OpenIdConnectDefaults.AuthenticationScheme, new() { RedirectUri = Board }));
        }

        _ = app.MapPost(Link, http => OfOurs(http, Redeem));
        _ = app.MapPost(SignInAddresses.LocalOut, http => OfOurs(http, SignOut));
    }

    private static Task OfOurs(HttpContext http, Func<HttpContext, Task> call) =>
        CrossSite.IsForged(http.Request, http.RequestServices.GetRequiredService<AccessSettings>().BoardUrl)
            ? Refuse(http, StatusCodes.Status403Forbidden, "cross-site", "A page of another site sent this; nothing was done.")
            : call(http);

    private static async Task Redeem(HttpContext http)
    {
        string? address = Loopback.IsMeant(http.Request) && await Token(http.Request) is { } token
            ? http.RequestServices.GetRequiredService<OneTimeLink>().Redeem(token) : null;
        if (address is null)
        {
            await Refuse(http, StatusCodes.Status401Unauthorized, "sign-in-link",
                "This link was used already, is older than a quarter of an hour, or was opened on another machine than FollowUp's. "
                + "Start FollowUp again for another one.");
            return;
        }

        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, SignedIn.As(address));
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task SignOut(HttpContext http)
    {
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <returns>Null where the body holds none.</returns>
    private static async Task<string?> Token(HttpRequest request)
    {
        if (request.ContentLength is not (> 0 and <= LongestBody))
        {
            return null;
        }

        try
        {
            using JsonDocument body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return body.RootElement.GetProperty("token").GetString();
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // What is no token signs nobody in.
            return null;
        }
    }

    private static Task Refuse(HttpContext http, int status, string type, string why) =>
        Results.Problem(why, statusCode: status, title: "Nobody was signed in or out", type: $"/problems/{type}").ExecuteAsync(http);
}
