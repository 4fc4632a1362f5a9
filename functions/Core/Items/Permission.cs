using FollowUp.Plans;

namespace FollowUp.Items;

/// <summary>Who may do what with an item.</summary>
internal static class Permission
{
    /// <param name="verb">In words that follow "cannot be".</param>
    /// <param name="roles">Any of which suffices.</param>
    /// <exception cref="ItemRefusedException">They may not; it names who may.</exception>
    public static void Demand(AgreedItem item, Actor by, string verb, params string[] roles)
    {
        if (!Array.Exists(roles, role => PeopleInRole(item, role).Any(person => by.ActsAs(role, person))))
        {
            string who = string.Join(" or ", roles.Select(role => DescribeRole(item, role, by)).OfType<string>());
            throw ItemRefusedException.NotAllowed(item, verb, by.Person, who);
        }
    }

    private static IReadOnlyList<string> PeopleInRole(AgreedItem item, string role) => role switch
    {
        Role.Owner => [item.Owner],
        Role.Issuer => [item.Issuer],
        Role.Coordinator => [item.Coordinator],
        _ => item.Supporting,
    };

    /// <summary>"its issuer (boris: away, dora stands in)"; null where nobody has that role.</summary>
    private static string? DescribeRole(AgreedItem item, string role, Actor by)
    {
        IReadOnlyList<string> people = PeopleInRole(item, role);
        string name = role == Role.Supporting ? "who supports" : $"its {role}";
        return people.Count == 0 ? null : $"{name} ({string.Join(", ", people.Select(person => WhoActs(role, person, by)))})";
    }

    private static string WhoActs(string role, string person, Actor by)
    {
        string[] others = [.. by.Acting.Where(one => (one.Role, one.For) == (role, person)).Select(one => one.By)];
        return others.Length == 0 ? person : $"{person}: away, {string.Join(" or ", others)} stands in";
    }
}
