using System.Text.RegularExpressions;
using FollowUp.Faults;

namespace FollowUp.Values;

/// <summary>
/// What people, agreements, items, plans, clauses, stages and rungs are called. It becomes part of row keys, instance ids and
/// addresses as it is, so nothing may need escaping in any of them.
/// </summary>
public static partial class Identifier
{
    /// <summary>An orchestration's instance id takes 100 characters, and holds an agreement's and an item's id.</summary>
    public const int LengthMax = 40;

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public static string? Fault(string id) => IsValid(id) ? null : ValueFaults.NotId.Fill(LengthMax);

    public static bool IsValid(string id) => id.Length <= LengthMax && Form().IsMatch(id);

    [GeneratedRegex(@"^[a-z0-9-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
