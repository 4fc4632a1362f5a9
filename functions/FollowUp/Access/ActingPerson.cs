using FollowUp.Faults;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Operations;
using FollowUp.Parsing;
using FollowUp.Storage;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Access;

/// <summary>
/// Finds whose act a call is: of the person who is signed in, or of whom the body names, which coordinators and programs may.
/// </summary>
public sealed class ActingPerson(AgreementStore store, ActorResolver actors, TimeProvider clock)
{
    /// <summary>Whether a call need not say who acts.</summary>
    public static bool IsKnown(HttpContext http) => AccessGate.Of(http).Kind == PrincipalKind.Person;

    /// <summary>Whether they are signed in, and act in their own name: what the gate let them do, they do.</summary>
    public static bool IsSelf(HttpContext http, Deed deed) =>
        AccessGate.Of(http) is { Kind: PrincipalKind.Person } who && who.People.Contains(deed.By);

    /// <param name="named">As the body has it; null where it names nobody.</param>
    /// <exception cref="InvalidInputException">Nobody can say who acts.</exception>
    /// <exception cref="AccessRefusedException">They may not act for that person.</exception>
    public async Task<Deed> Find(HttpContext http, CallTarget target, string? named, CancellationToken cancel)
    {
        Principal who = AccessGate.Of(http);
        if (who.Kind != PrincipalKind.Person)
        {
            string by = named ?? throw new InvalidInputException("/by", FieldFaults.Required.Text);
            return new(by, who.Key is { } key ? Through.Key(key) : null);
        }

        if (named is null)
        {
            return new(Self(who), null);
        }

        return who.People.Contains(named) ? new(named, null) : new(named, Through.Person(await Coordinator(who, target, cancel)));
    }

    /// <summary>Through whom something is registered by a coordinator: null for themselves, who are named by it.</summary>
    public static Func<string, string?> Registering(HttpContext http)
    {
        Principal who = AccessGate.Of(http);
        return coordinator => who switch
        {
            { Kind: PrincipalKind.Anyone } => null,
            { Key: { } key } => Through.Key(key),
            _ when who.People.Contains(coordinator) => null,
            { People: [var first, ..] } => Through.Person(first),
            _ => Through.Office,
        };
    }

    /// <summary>The one that they are in the register.</summary>
    private static string Self(Principal who) => who.People switch
    {
        [var only] => only,
        [] => throw NotRegistered(who),
        var several => throw new InvalidInputException(
            "/by", RegisterFaults.ActsAsWhom.Fill((object)several)),
    };

    /// <summary>Who acts in another's name.</summary>
    private async Task<string> Coordinator(Principal who, CallTarget target, CancellationToken cancel)
    {
        // For an agreement as a whole, that they coordinate it was found at the gate.
        AgreedItem? item = target.Item is null ? null
            : (await store.Load(target.Agreement!, target.Item, Freshness.Current, cancel))?.Item.Item
            ?? throw new NotFoundException($"Item {target.Item} of agreement {target.Agreement}");
        string self = (item is null ? who.People.FirstOrDefault() : OnBehalf.Acts(who, item)) ?? throw NotRegistered(who);
        if (item is not null && OnBehalf.Objection(
            who, AccessRule.Of(target.Function)!, item, await actors.Resolve(self, item, clock.Now(), cancel)) is { } objection)
        {
            throw new AccessRefusedException(AccessRefusal.Forbidden, objection);
        }

        return self;
    }

    private static AccessRefusedException NotRegistered(Principal who) => new(AccessRefusal.Forbidden,
        $"The journal must say who did it, and nobody in the register has the address {who.Address}. Register yourself first.");
}
