using FollowUp.Access;

namespace FollowUp.Tests.Http.Rig.Contract;

/// <summary>Who may call, in words.</summary>
internal static class Callers
{
    public static string Of(AccessRule rule) => rule.Scope switch
    {
        AccessScope.Public => "For anybody.",
        AccessScope.Link => "For whoever has the link.",
        AccessScope.Known => "For whoever is known here, of what is theirs to see.",
        AccessScope.Office => $"For {Roles(rule)} of the office.",
        AccessScope.Person => $"For the person, {Roles(rule)} of the office.",
        _ => $"For its {Roles(rule)}, and whoever is that for the office.",
    };

    private static string Roles(AccessRule rule) => string.Join(" or ", Enum.GetValues<AccessRoles>()
        .Where(role => role is not (AccessRoles.None or AccessRoles.Self) && rule.Roles.HasFlag(role))
        .Select(role => $"{role}".ToLowerInvariant()));
}
