using Microsoft.Extensions.Configuration;

namespace FollowUp.Delivery.Webhooks;

/// <summary>
/// Origins to which webhooks may lead although they are not public, or not https at port 443: from the setting
/// <c>Webhooks:AllowedOrigins</c>, <c>https://hooks.intranet:8443, http://localhost:9000</c>. Each is named whole; there is no pattern.
/// </summary>
public sealed record WebhookSettings(IReadOnlyCollection<string> AllowedOrigins)
{
    private const string Setting = "Webhooks:AllowedOrigins";

    /// <exception cref="InvalidOperationException">The setting cannot be followed.</exception>
    public static WebhookSettings Read(IConfiguration settings) => Fault(settings) is { } fault
        ? throw new InvalidOperationException(fault)
        : new([.. Parts(settings).Select(part => Origin(new(part)))]);

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public static string? Fault(IConfiguration settings) =>
        Parts(settings).FirstOrDefault(part => !IsOrigin(part)) is { } wrong
            ? $"The setting {Setting} must be origins with commas between, like https://hooks.intranet:8443, not {wrong}."
            : null;

    /// <summary>Whether an operator allowed it by name.</summary>
    public bool Allows(Uri address) => AllowedOrigins.Contains(Origin(address));

    private static string Origin(Uri address) => $"{address.Scheme}://{address.IdnHost}:{address.Port}";

    private static bool IsOrigin(string part) => Uri.TryCreate(part, UriKind.Absolute, out Uri? address)
        && address.Scheme is "https" or "http" && address.PathAndQuery == "/" && address.UserInfo.Length + address.Fragment.Length == 0;

    private static IEnumerable<string> Parts(IConfiguration settings) =>
        (settings[Setting] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
