using FollowUp.Values;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Access;

/// <summary>Who is coordinator, auditor or admin of the whole office, by mail addresses.</summary>
public sealed class OfficeRoles
{
    private readonly IReadOnlyDictionary<AccessRoles, HashSet<string>> addresses;

    private OfficeRoles(IReadOnlyDictionary<AccessRoles, HashSet<string>> addresses) => this.addresses = addresses;

    public bool Any => addresses.Values.Any(some => some.Count > 0);

    public static OfficeRoles Read(IConfiguration settings) => new(Lists(settings).ToDictionary(
        list => list.Role,
        list => Split(list.Value).Select(MailAddress.Normalize).ToHashSet(StringComparer.OrdinalIgnoreCase)));

    /// <summary>What is no address, and in which setting; null where all are.</summary>
    public static string? Fault(IConfiguration settings) => Lists(settings)
        .SelectMany(list => Split(list.Value).Select(address => (list.Setting, Wrong: MailAddress.Fault(MailAddress.Normalize(address)))))
        .Where(one => one.Wrong is not null)
        .Select(one => $"An address in the setting {one.Setting} {one.Wrong}; several have commas between.").FirstOrDefault();

    /// <summary>Null where none is named.</summary>
    public static string? FirstCoordinator(IConfiguration settings) => Split(settings["Access:Coordinators"]).FirstOrDefault();

    /// <returns>Null for a word that is none of the office's roles.</returns>
    public static AccessRoles? Parse(string? role) => role?.ToLowerInvariant() switch
    {
        "coordinator" => AccessRoles.Coordinator,
        "auditor" => AccessRoles.Auditor,
        "admin" => AccessRoles.Admin,
        _ => null,
    };

    /// <summary>All that whoever has that address is for the office.</summary>
    public AccessRoles Of(string address) => addresses.Where(list => list.Value.Contains(address))
        .Aggregate(AccessRoles.None, (roles, list) => roles | list.Key);

    private static IEnumerable<(AccessRoles Role, string Setting, string? Value)> Lists(IConfiguration settings) =>
    [
        (AccessRoles.Coordinator, "Access:Coordinators", settings["Access:Coordinators"]),
        (AccessRoles.Auditor, "Access:Auditors", settings["Access:Auditors"]),
        (AccessRoles.Admin, "Access:Admins", settings["Access:Admins"]),
    ];

    private static string[] Split(string? list) =>
        (list ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
