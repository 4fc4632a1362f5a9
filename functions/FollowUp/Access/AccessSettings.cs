using FollowUp.Values;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Access;

/// <summary>
/// Who may use FollowUp, from the settings <c>Access:Coordinators</c>, <c>Access:Auditors</c>, <c>Access:Admins</c> (mail addresses, parted
/// by commas), <c>Access:Keys:NAME</c> with <c>Access:Keys:NAME:Role</c>, <c>Access:PlatformHeaders</c> and <c>Oidc:Authority</c>.
/// </summary>
/// <param name="IsClosed">Whether anything of it is set: else nobody signs in, and this machine alone is served.</param>
/// <param name="MustBeSet">Whether others reach it through a platform, so that it shows nothing until something is set.</param>
/// <param name="TrustsPlatform">Whether App Service Authentication stands in front and says who calls.</param>
/// <param name="BoardUrl">Where readers find the board: the origin that pages of ours come from, whatever stands in between.</param>
public sealed record AccessSettings(
    bool IsClosed, bool MustBeSet, bool TrustsPlatform, AccessKeys Keys, OfficeRoles Office, SignInAddresses SignIn, string? BoardUrl)
{
    private const string Keyring = "Access:Keys";

    /// <exception cref="InvalidOperationException">One of them cannot be followed; nothing is served rather than too much.</exception>
    public static AccessSettings Read(IConfiguration settings) => Fault(settings) is { } fault
        ? throw new InvalidOperationException(fault)
        : new(
            IsSet(settings),
            IsOnPlatform(settings),
            TrustsHeaders(settings),
            new([.. KeysOf(settings).Select(ParseKey)]),
            OfficeRoles.Read(settings),
            SignInAddresses.Of(TrustsHeaders(settings), settings["Oidc:Authority"] is { Length: > 0 }),
            settings["Board:Url"]);

    /// <summary>What cannot be followed, by its name and never by a key; null where all can.</summary>
    public static string? Fault(IConfiguration settings)
    {
        if (settings["Access:PlatformHeaders"] is { Length: > 0 } trusts && !bool.TryParse(trusts, out _))
        {
            return $"The setting Access:PlatformHeaders must be true or false, not {trusts}.";
        }

        IConfigurationSection[] keys = [.. KeysOf(settings)];
        return OfficeRoles.Fault(settings)
            ?? keys.Select(KeyFault).FirstOrDefault(fault => fault is not null)
            ?? (keys.Select(key => key.Value).Distinct(StringComparer.Ordinal).Count() < keys.Length
                ? $"Two of {Keyring} have the same key; give each program its own, so that the journal can tell them apart."
                : null);
    }

    /// <summary>Whether anybody has said who may use it.</summary>
    public static bool IsSet(IConfiguration settings) => TrustsHeaders(settings) || settings["Oidc:Authority"] is { Length: > 0 }
        || KeysOf(settings).Any() || OfficeRoles.Read(settings).Any;

    private static bool TrustsHeaders(IConfiguration settings) =>
        bool.TryParse(settings["Access:PlatformHeaders"], out bool trusts) && trusts;

    /// <summary>
    /// Azure says so by its own variables; any other host of workers passes calls on from wherever they came, unless it is Core Tools on
    /// somebody's own machine, which names itself Development.
    /// </summary>
    private static bool IsOnPlatform(IConfiguration settings) =>
        settings["WEBSITE_INSTANCE_ID"] is { Length: > 0 } || settings["WEBSITE_SITE_NAME"] is { Length: > 0 }
        || (settings["Functions:Worker:HostEndpoint"] is { Length: > 0 } && settings["AZURE_FUNCTIONS_ENVIRONMENT"] is not "Development");

    private static IEnumerable<IConfigurationSection> KeysOf(IConfiguration settings) => settings.GetSection(Keyring).GetChildren()
        .Where(key => key.Value is { Length: > 0 } || key.GetChildren().Any());

    private static AccessKey ParseKey(IConfigurationSection key) =>
        new(key.Key.ToLowerInvariant(), OfficeRoles.Parse(key["Role"]) ?? AccessRoles.Coordinator, AccessKeys.Hash(key.Value!));

    private static string? KeyFault(IConfigurationSection key)
    {
        string setting = $"{Keyring}:{key.Key}";
        return Identifier.Fault(key.Key.ToLowerInvariant()) is { } wrong ? $"The name of the setting {setting} {wrong}."
            : (key.Value?.Length ?? 0) < AccessKeys.LengthMin
                ? $"The setting {setting} must be a random key of at least {AccessKeys.LengthMin} characters, like: openssl rand -hex 32."
            : key["Role"] is { Length: > 0 } role && OfficeRoles.Parse(role) is null
                ? $"The setting {setting}:Role must be coordinator, auditor or admin, not {role}."
            : null;
    }
}
