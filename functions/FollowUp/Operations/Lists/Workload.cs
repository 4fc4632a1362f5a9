using NodaTime;

namespace FollowUp.Operations.Lists;

/// <summary>What an owner has in hand, and when they were last heard of.</summary>
/// <param name="Count">All of theirs, also the closed.</param>
/// <param name="Late">Of the open ones that do not wait for the other side.</param>
/// <param name="LastWordAt">When they themselves last said anything; null where they never did.</param>
/// <param name="SilentSince">
/// Since when nobody has said anything about what they have to do, whichever of it longest; null where nothing of theirs runs.
/// </param>
public sealed record Workload(
    string Owner, int Count, int Open, int Late, int Waiting, Instant? LastWordAt, Instant? SilentSince)
{
    internal static IReadOnlyList<Workload> Of(IEnumerable<Entry> entries) =>
        [.. entries.GroupBy(entry => entry.Item.Owner).Select(Of).OrderBy(one => one.Owner, StringComparer.Ordinal)];

    private static Workload Of(IGrouping<string, Entry> theirs) => new(
        theirs.Key, theirs.Count(), theirs.Count(entry => entry.Item.IsOpen),
        theirs.Count(entry => entry is { Item: { IsOpen: true, IsWaiting: false }, DaysLate: > 0 }),
        theirs.Count(entry => entry.Item.IsWaiting),
        theirs.Max(entry => entry.Listed.OwnersWordAt),
        theirs.Where(entry => entry.Item.IsRunning).Min(entry => entry.Listed.LastWordAt));
}
