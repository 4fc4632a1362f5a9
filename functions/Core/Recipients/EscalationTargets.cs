using FollowUp.Items;
using FollowUp.Plans;

namespace FollowUp.Recipients;

/// <summary>
/// Whom an escalation speaks to. Nobody hears from a place above themselves that they are late, or that they do not answer: the next
/// level takes that place, and at the end of the chain the coordinator (law 15).
/// </summary>
internal static class EscalationTargets
{
    /// <summary>Who has that place, and who takes it where they may not, in this order; nobody where the chain has no such level.</summary>
    public static string[] Candidates(AgreedItem item, string role) => Role.Level(role) switch
    {
        null => [item.Issuer, .. LevelsAbove(item, role, item.Issuer), item.Coordinator],
        { } level when level <= item.Chain.Count => [.. item.Chain.Skip(level - 1), item.Coordinator, item.Issuer],
        _ => [],
    };

    /// <summary>
    /// The levels above <paramref name="person"/>, who is told as <paramref name="role"/>: what is meant for the second never comes
    /// down to the first.
    /// </summary>
    public static IEnumerable<string> LevelsAbove(AgreedItem item, string role, string person)
    {
        List<string> chain = [.. item.Chain];
        int at = Role.Level(role) is { } level ? chain.IndexOf(person, Math.Min(level - 1, chain.Count)) : chain.LastIndexOf(person);
        return at < 0 && Role.Level(role) is not null ? [] : chain.Skip(at + 1);
    }
}
