using FollowUp.People;
using FollowUp.Recipients;
using NodaTime;

namespace FollowUp.Access;

/// <summary>Who calls, as it was established before anything is done.</summary>
public sealed record Principal(PrincipalKind Kind)
{
    public static Principal Nobody { get; } = new(PrincipalKind.Nobody);

    public static Principal Anyone { get; } = new(PrincipalKind.Anyone);

    /// <summary>By which a person signed in.</summary>
    public string? Address { get; private init; }

    /// <summary>The name of a program's key; never the key.</summary>
    public string? Key { get; private init; }

    /// <summary>What they are for the whole office, by its settings.</summary>
    public AccessRoles Office { get; private init; }

    /// <summary>Whom of the register they are: several posts may have one address.</summary>
    public IReadOnlyList<string> People { get; private init; } = [];

    /// <summary>Those who are away and have named them, however many steps from one substitute to the next.</summary>
    public IReadOnlyList<string> StandsInFor { get; private init; } = [];

    /// <summary>Contacts on the other side with whom they talk.</summary>
    public IReadOnlyList<string> LiaisonFor { get; private init; } = [];

    /// <summary>Whether they are anybody here: somebody may be signed in whom nobody knows.</summary>
    public bool IsKnown => Kind == PrincipalKind.Anyone || Office != AccessRoles.None || People.Count > 0;

    /// <summary>Whether they see all that there is, so that no list needs to be looked through for what is theirs.</summary>
    public bool SeesAll => Kind == PrincipalKind.Anyone || Office != AccessRoles.None;

    public static Principal Machine(string key, AccessRoles office) => new(PrincipalKind.Machine) { Key = key, Office = office };

    /// <param name="address">As it is kept (<see cref="Values.MailAddress.Normalize"/>); letters' case means nothing in it.</param>
    /// <param name="register">Everybody.</param>
    public static Principal Person(string address, AccessRoles office, IReadOnlyList<Person> register, Instant now)
    {
        Dictionary<string, Person> byId = register.ToDictionary(person => person.Id);
        string[] people =
            [.. register.Where(person => person.Email.Equals(address, StringComparison.OrdinalIgnoreCase)).Select(person => person.Id)];
        string[] absent =
        [
            .. register.Where(person => person.IsAwayAt(now) && !people.Contains(person.Id)
                && new SubstituteSearch(byId.GetValueOrDefault, now, _ => null).FindPresent(person) is { } there
                && people.Contains(there.Id)).Select(person => person.Id),
        ];
        return new(PrincipalKind.Person)
        {
            Address = address,
            Office = office,
            People = people,
            StandsInFor = absent,
            LiaisonFor = [.. register.Where(person => people.Concat(absent).Contains(person.Contact)).Select(person => person.Id)],
        };
    }

    /// <summary>Whether one of <paramref name="some"/> is them, or somebody for whom they stand in.</summary>
    public bool IsAmong(IEnumerable<string> some) => some.Any(person => People.Contains(person) || StandsInFor.Contains(person));
}
