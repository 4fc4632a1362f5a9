using FollowUp.Faults;

namespace FollowUp.Access;

/// <summary>What came of asking.</summary>
/// <param name="Why">A sentence that says the way out; null where it is allowed.</param>
/// <param name="IsUnknownCaller">Whether signing in would help.</param>
public sealed record AccessVerdict(string? Why, bool IsUnknownCaller = false)
{
    public static AccessVerdict Allowed { get; } = new((string?)null);

    public bool IsAllowed => Why is null;
}

/// <summary>The one place that decides who may do what: from the function, the caller, and whose it is. Nothing else decides it.</summary>
public static class Authorization
{
    /// <param name="function">The name of a function that has a route.</param>
    /// <param name="target">Whose it is; <see cref="AccessTarget.Office"/> also for what is not there, so that nobody learns that.</param>
    public static AccessVerdict Decide(string function, Principal who, AccessTarget target)
    {
        if (AccessRule.Of(function) is not { } rule)
        {
            return new($"Nobody may call {function}: it stands in no rule.");
        }

        // Whose a thing is gives nobody a part in the office as a whole.
        AccessRoles roles = (rule.Scope == AccessScope.Office ? AccessTarget.Office : target).RolesOf(who);
        return rule.Scope is AccessScope.Public or AccessScope.Link || who.Kind == PrincipalKind.Anyone ? AccessVerdict.Allowed
            : who.Kind == PrincipalKind.Nobody ? new("Nobody is signed in.", IsUnknownCaller: true)
            : !who.IsKnown ? new(Stranger(who))
            : rule.Scope == AccessScope.Known || (roles & rule.Roles) != 0 ? AccessVerdict.Allowed
            : new(Refusal(rule, who));
    }

    private static string Stranger(Principal who) =>
        RefusalPhrases.Stranger.Fill(who.Address);

    private static string Refusal(AccessRule rule, Principal who)
    {
        string name = who.Key is { } key ? $"the key {key}" : who.Address!;
        string roles = string.Join(" or ", Words(rule.Roles));
        return rule.Scope switch
        {
            AccessScope.Office => RefusalPhrases.NotOfTheOffice.Fill(roles, name),
            AccessScope.Person => RefusalPhrases.NotTheirOwn.Fill(roles, name),
            _ => RefusalPhrases.NotOfTheItem.Fill(roles, name),
        };
    }

    private static IEnumerable<string> Words(AccessRoles roles) => Enum.GetValues<AccessRoles>()
        .Where(role => role is not (AccessRoles.None or AccessRoles.Self) && roles.HasFlag(role))
        .Select(role => $"{role}".ToLowerInvariant());
}
