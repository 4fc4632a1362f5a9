using Microsoft.Extensions.Configuration;

namespace FollowUp.Start;

/// <summary>
/// Every setting of FollowUp's own sections: one that is misspelt would be passed over in silence, and a key meant for reading would write.
/// </summary>
internal static class SettingNames
{
    private static readonly Dictionary<string, string[]> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Access"] = ["Coordinators", "Auditors", "Admins", "Keys", "PlatformHeaders"],
        ["Oidc"] = ["Authority", "ClientId", "ClientSecret", "Audience", "AddressClaim"],
        ["Smtp"] = ["Host", "Port", "User", "Password", "Security"],
        ["Mail"] = ["From", "ReplyTo", "Domain"],
        ["CallLimits"] = ["Costly", "WrongKeys"],
        ["Evidence"] = ["MaxMegabytes"],
        ["Alarms"] = ["PingUrl"],
        ["Links"] = ["Key", "PreviousKey"],
        ["Webhooks"] = ["AllowedOrigins"],
        ["Board"] = ["Url"],
        ["Letters"] = ["Folder"],
        ["LocalHost"] = ["Url"],
    };

    /// <summary>What is set and nobody reads, or means nothing without another; null where all counts.</summary>
    public static string? Fault(IConfiguration settings) =>
        Sections.Keys.Select(section => Stranger(settings, section)).FirstOrDefault(fault => fault is not null)
        ?? Misspelt(settings)
        ?? KeyFault(settings)
        ?? Half(settings, "Oidc", "Authority")
        ?? Half(settings, "Smtp", "Host")
        ?? (settings.GetSection("Kestrel:Endpoints").GetChildren().Any()
            ? "The setting Kestrel:Endpoints is not followed: --listen, --port or LocalHost:Url say where FollowUp listens. Leave it out."
            : null);

    private static string? Stranger(IConfiguration settings, string section) => settings.GetSection(section).GetChildren()
        .Where(child => !Sections[section].Contains(child.Key, StringComparer.OrdinalIgnoreCase))
        .Select(child => Unknown($"{section}:{child.Key}", $"{section}:", child.Key, Sections[section])).FirstOrDefault();

    /// <summary>The environment holds much that is not ours: one like ours is meant where what is in it is called like ours.</summary>
    private static string? Misspelt(IConfiguration settings)
    {
        foreach (IConfigurationSection section in settings.GetChildren().Where(one => !Sections.ContainsKey(one.Key)))
        {
            if (Spelling.Nearest(section.Key, Sections.Keys) is { } meant
                && section.GetChildren().FirstOrDefault(child => Sections[meant].Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                    is { } child)
            {
                return $"There is no setting {section.Key}:{child.Key}; nearest is {meant}:{child.Key}.";
            }
        }

        return null;
    }

    private static string? KeyFault(IConfiguration settings)
    {
        IConfigurationSection keys = settings.GetSection("Access:Keys");
        return keys.Value is { Length: > 0 }
            ? "The setting Access:Keys names no program: set Access:Keys:NAME, where NAME is what the journal calls it."
            : keys.GetChildren().SelectMany(key => key.GetChildren().Select(child => (Key: key.Key, Child: child.Key)))
                .Where(one => !one.Child.Equals("Role", StringComparison.OrdinalIgnoreCase))
                .Select(one => Unknown($"Access:Keys:{one.Key}:{one.Child}", $"Access:Keys:{one.Key}:", one.Child, ["Role"]))
                .FirstOrDefault();
    }

    private static string? Half(IConfiguration settings, string section, string first) =>
        settings[$"{section}:{first}"] is not { Length: > 0 }
        && settings.GetSection(section).GetChildren().FirstOrDefault(child => child.Value is { Length: > 0 }) is { } child
            ? $"The setting {section}:{child.Key} counts for nothing without {section}:{first}. Set that too, or leave both out." : null;

    private static string Unknown(string setting, string prefix, string name, string[] known) =>
        $"There is no setting {setting}"
        + (Spelling.Nearest(name, known) is { } nearest ? $"; nearest is {prefix}{nearest}." : $"; there are {Listed(prefix, known)}.");

    private static string Listed(string prefix, string[] known) => string.Join(", ", known.Select(name => prefix + name));
}
