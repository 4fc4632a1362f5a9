using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FollowUp.Access;

/// <summary>
/// What every call goes through after <see cref="AccessScreen"/>, before anything is read or done for it: who calls, and whether they may.
/// It knows no rule itself: <see cref="Authorization"/> decides.
/// </summary>
public sealed class AccessGate(
    AccessSettings settings, PeopleDirectory people, AgreementStore store, AgreementQueries queries, TimeProvider clock)
{
    /// <summary>Where the caller is kept for the rest of the call.</summary>
    private static readonly object Caller = new();

    /// <summary>Who calls; kept for <see cref="Of"/>.</summary>
    /// <exception cref="AccessRefusedException">They may not, or nobody knows who they are.</exception>
    public async Task Admit(HttpContext http, CallTarget target, CancellationToken cancel)
    {
        Principal who = await Establish(http, cancel);
        http.Items[Caller] = who;
        AccessRule? rule = AccessRule.Of(target.Function);
        if (settings.IsClosed && rule?.Scope != AccessScope.Public)
        {
            http.Response.Headers[HeaderNames.CacheControl] = "private, no-store";
        }

        ExpectedReader.Require(http.Request, who);
        bool needsTarget = rule?.Scope is AccessScope.Agreement or AccessScope.Item or AccessScope.Person
            && who.Kind == PrincipalKind.Person
            && (who.Office & rule.Roles) == 0;
        AccessVerdict verdict = Authorization.Decide(
            target.Function, who, needsTarget ? await Load(target, who, cancel) : AccessTarget.Office);
        if (!verdict.IsAllowed)
        {
            throw verdict.IsUnknownCaller
                ? new AccessRefusedException(AccessRefusal.Unauthenticated, $"{verdict.Why} {HowToSignIn(http.Request)}")
                : new AccessRefusedException(AccessRefusal.Forbidden, verdict.Why!);
        }
    }

    /// <summary>Who was let in.</summary>
    public static Principal Of(HttpContext http) => http.Items[Caller] as Principal ?? Principal.Nobody;

    private async Task<Principal> Establish(HttpContext http, CancellationToken cancel)
    {
        if (!settings.IsClosed)
        {
            return settings.MustBeSet || !Loopback.IsMeant(http.Request) ? Principal.Nobody : Principal.Anyone;
        }

        if (http.Request.Headers.TryGetValue(AccessKeys.Header, out var presented))
        {
            return presented is [{ Length: > 0 } only] && settings.Keys.Find(only) is { } key
                ? Principal.Machine(key.Name, key.Roles) : Principal.Nobody;
        }

        string? address = SignedIn.AddressOf(http) ?? (settings.TrustsPlatform ? PlatformHeaders.AddressOf(http.Request) : null);
        if (address is not { Length: > 0 })
        {
            return Principal.Nobody;
        }

        string kept = MailAddress.Normalize(address);
        return Principal.Person(kept, settings.Office.Of(kept), await people.Current(cancel), clock.Now());
    }

    private string HowToSignIn(HttpRequest request) =>
        (request.Headers.ContainsKey(AccessKeys.Header) ? $"What came in {AccessKeys.Header} is no key of ours. " : "")
        + (settings.SignIn.In is { } address ? $"Sign in at {address} in a browser, or send"
            : settings.MustBeSet ? "Send" : "Open the link that ./start prints, or send")
        + $" a key in the header {AccessKeys.Header}.";

    /// <summary>What is not there is nobody's: that it is not there is told to nobody who could not have seen it.</summary>
    private async Task<AccessTarget> Load(CallTarget target, Principal who, CancellationToken cancel)
    {
        if (target.Person is { } person)
        {
            return AccessTarget.OfPerson(person);
        }

        if (!Identifier.IsValid(target.Agreement!) || (target.Item is not null && !Identifier.IsValid(target.Item)))
        {
            return AccessTarget.Office;
        }

        if (target.Item is { } item)
        {
            return await store.Load(target.Agreement!, item, Freshness.Current, cancel) is { } loaded
                ? AccessTarget.Of(loaded.Item.Item) : AccessTarget.Office;
        }

        return await store.LoadAgreement(target.Agreement!, Freshness.Current, cancel) is { IsActive: true } head
            ? await Whole(head, who, cancel) : AccessTarget.Office;
    }

    /// <summary>The items are read for those alone who neither coordinate it nor stand in its chain.</summary>
    private async Task<AccessTarget> Whole(StoredAgreement head, Principal who, CancellationToken cancel)
    {
        AccessTarget named = AccessTarget.Of(head.Agreement);
        return named.RolesOf(who) != AccessRoles.None ? named
            : AccessTarget.Of(head.Agreement, [.. (await queries.Items(head.Agreement.Id, cancel)).Select(one => one.Item)]);
    }
}
