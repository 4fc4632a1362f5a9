using System.Text.Json;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FollowUp.Access;

/// <summary>
/// What App Service Authentication says of the caller. It takes such headers away from whoever brings their own; where it does not stand
/// in front, nobody does, and so they are taken away here before anything can read them.
/// </summary>
internal static class PlatformHeaders
{
    private const string Name = "X-MS-CLIENT-PRINCIPAL-NAME";
    private const string Claims = "X-MS-CLIENT-PRINCIPAL";

    private static readonly string[] Ours = [Claims, "X-MS-TOKEN-"];

    /// <summary>Claims that hold an address, the likelier one first.</summary>
    private static readonly string[] OfAddress =
    [
        "preferred_username", "email", "emails", "upn", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn",
    ];

    public static void Strip(HttpRequest request)
    {
        foreach (string header in request.Headers.Keys.Where(
            key => Ours.Any(prefix => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            _ = request.Headers.Remove(header);
        }
    }

    /// <summary>Null where nobody is signed in, or by no address.</summary>
    public static string? AddressOf(HttpRequest request) =>
        One(request.Headers[Name]) is { } name && IsAddress(name) ? name
        : One(request.Headers[Claims]) is { } claims ? Read(claims).FirstOrDefault(IsAddress)
        : null;

    private static string? One(StringValues header) => header is [{ Length: > 0 } only] ? only : null;

    private static bool IsAddress(string text) => MailAddress.Fault(MailAddress.Normalize(text)) is null;

    private static IEnumerable<string> Read(string encoded)
    {
        try
        {
            using JsonDocument principal = JsonDocument.Parse(Convert.FromBase64String(encoded));
            var claims = principal.RootElement.GetProperty("claims").EnumerateArray()
                .Select(claim => (Type: claim.GetProperty("typ").GetString(), Value: claim.GetProperty("val").GetString() ?? "")).ToList();
            return [.. OfAddress.SelectMany(type => claims.Where(claim => claim.Type == type)).Select(claim => claim.Value)];
        }
        catch (Exception unreadable) when (
            unreadable is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // Whoever cannot be read is nobody, and is asked to sign in.
            return [];
        }
    }
}
