using NodaTime;

namespace FollowUp.Items;

/// <summary>How an item waits for others of its agreement: it is assigned when the last of them closes.</summary>
public static class Dependencies
{
    /// <summary>
    /// The item as it stands once what it depends on is closed: assigned at the moment the last of them was, however late anybody
    /// looks (law 6). The very same item while one of them is open, and one that is assigned already.
    /// </summary>
    /// <param name="others">What it depends on, as it stands.</param>
    public static AgreedItem AssignWhenFree(this AgreedItem item, IReadOnlyCollection<AgreedItem> others)
    {
        if (item.AssignedAt is not null || !item.IsOpen || others.Any(other => other.IsOpen))
        {
            return item;
        }

        return item with { AssignedAt = others.Select(other => other.ClosedAt()).Append(item.RegisteredAt).Max() };
    }

    /// <summary>Whether an item is held back by <paramref name="other"/>, among others perhaps.</summary>
    public static bool WaitsFor(this AgreedItem item, string other) =>
        item is { IsOpen: true, AssignedAt: null } && item.DependsOn.Contains(other);

    /// <summary>When it was confirmed or withdrawn; null while it is open.</summary>
    public static Instant? ClosedAt(this AgreedItem item) => item.Confirmation?.At ?? item.Withdrawal?.At;

    /// <summary>An item that, along what it waits for, waits for itself; null where every item can be assigned one day.</summary>
    public static string? FindCycle(IReadOnlyDictionary<string, IReadOnlyList<string>> waitsFor)
    {
        Dictionary<string, IReadOnlyList<string>> left = new(waitsFor);

        // Whatever waits for nothing that is left can be assigned; what remains when there is no such item goes round.
        while (left.FirstOrDefault(item => !item.Value.Any(left.ContainsKey)) is { Key: { } free })
        {
            _ = left.Remove(free);
        }

        HashSet<string> passed = [];
        string? at = left.Keys.FirstOrDefault();
        while (at is not null && passed.Add(at))
        {
            at = left[at].First(left.ContainsKey);
        }

        return at;
    }
}
