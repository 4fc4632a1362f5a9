using FollowUp.Answers;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Delivery;

/// <summary>
/// The keys by which letters can be answered, from the settings <c>Links:Key</c> and <c>Links:PreviousKey</c>. To replace a key, the one
/// that was first goes to the second place: links of letters that are out live on.
/// </summary>
/// <param name="Keys">Null where none is set: letters have no links to answer by.</param>
public sealed record LinkSettings(LinkKeys? Keys)
{
    /// <exception cref="InvalidOperationException">A key cannot be used: see <see cref="Fault"/>.</exception>
    public static LinkSettings Read(IConfiguration settings)
    {
        if (Fault(settings) is { } fault)
        {
            throw new InvalidOperationException(fault);
        }

        return settings["Links:Key"] is { Length: > 0 } key
            ? new(new LinkKeys(LinkKey.Parse(key)!, settings["Links:PreviousKey"] is { Length: > 0 } before ? LinkKey.Parse(before) : null))
            : new((LinkKeys?)null);
    }

    /// <summary>What is wrong with the settings, without what they say; null where nothing is.</summary>
    public static string? Fault(IConfiguration settings) =>
        IsUnusable(settings["Links:Key"]) ? NoKey("Links:Key")
        : IsUnusable(settings["Links:PreviousKey"]) ? NoKey("Links:PreviousKey")
        : settings["Links:PreviousKey"] is { Length: > 0 } && settings["Links:Key"] is not { Length: > 0 }
            ? "The setting Links:PreviousKey is the key before Links:Key, which is not set: set both, or neither."
        : null;

    private static bool IsUnusable(string? key) => key is { Length: > 0 } && LinkKey.Parse(key) is null;

    private static string NoKey(string setting) =>
        $"The setting {setting} must be at least {LinkKey.BytesMin} random bytes in base64, as openssl rand -base64 {LinkKey.BytesMin} "
        + "writes them; it is something else.";
}
