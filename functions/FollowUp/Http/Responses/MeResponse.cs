using FollowUp.Access;

namespace FollowUp.Http.Responses;

/// <summary>Who calls.</summary>
/// <param name="Access">
/// <c>open</c>: nobody signs in, and this machine alone is served; <c>closed</c>; <c>unset</c>: nobody is served.
/// </param>
/// <param name="Address">By which they signed in.</param>
/// <param name="Key">The name of a program's key.</param>
/// <param name="People">Whom of the register they are.</param>
/// <param name="Roles">What they are for the whole office.</param>
/// <param name="SignIn">Where a browser signs in; absent where it cannot.</param>
public sealed record MeResponse(
    string Access, bool SignedIn, string? Address, string? Key, IReadOnlyList<string> People, IReadOnlyList<string> Roles, string? SignIn,
    SignOutResponse? SignOut)
{
    public static MeResponse Of(Principal who, AccessSettings settings) => new(
        settings.IsClosed ? "closed" : settings.MustBeSet ? "unset" : "open",
        who.Kind is PrincipalKind.Person or PrincipalKind.Machine,
        who.Address,
        who.Key,
        who.People,
        [.. Enum.GetValues<AccessRoles>().Where(role => role != AccessRoles.None && who.Office.HasFlag(role))
            .Select(role => $"{role}".ToLowerInvariant())],
        settings.IsClosed ? settings.SignIn.In : null,
        who.Kind == PrincipalKind.Person && settings.SignIn.Out is { } address ? new(address, settings.SignIn.OutMethod) : null);
}

/// <summary>Where a browser signs out, and how.</summary>
public sealed record SignOutResponse(string Href, string Method);
