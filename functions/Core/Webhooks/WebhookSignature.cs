using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace FollowUp.Webhooks;

/// <summary>
/// By what a receiver knows that a post is ours, and of now: Standard Webhooks 1.0.0, HMAC-SHA-256 over id, timestamp and body.
/// </summary>
public static class WebhookSignature
{
    public const string Prefix = "whsec_";

    /// <summary>As long as the signature.</summary>
    private const int SecretBytes = 32;

    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The headers of one post; a signature for each secret that is live.</summary>
    /// <param name="id">The same for each try of the same, so that a receiver tells them from another.</param>
    public static IReadOnlyList<(string Name, string Value)> Headers(
        string id, Instant at, ReadOnlySpan<byte> body, IEnumerable<string> secrets)
    {
        string moment = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{id}.{moment}."), .. body];
        string signatures = string.Join(' ', secrets.Select(secret => Sign(signed, secret)));
        return [(IdHeader, id), (TimestampHeader, moment), (SignatureHeader, signatures)];
    }

    private static string Sign(byte[] signed, string secret) =>
        $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[Prefix.Length..]), signed))}";
}
