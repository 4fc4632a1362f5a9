using FollowUp.Items;

namespace FollowUp.CommandLine.Client;

/// <summary>By what a list of items is narrowed and ordered.</summary>
/// <param name="Name">As an option has it.</param>
/// <param name="Query">As the address has it.</param>
/// <param name="Says">Which items it leaves, in a line.</param>
internal sealed record ItemFilter(string Name, string Query, string Says)
{
    /// <summary>Which words it takes; empty for any.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}

/// <summary>All of them, as data.</summary>
internal static class ItemFilters
{
    /// <summary>Those that leave items out: lists, counts and exports take them.</summary>
    public static IReadOnlyList<ItemFilter> Narrowing { get; } =
    [
        new("agreement", "agreement", "of this agreement"),
        new("owner", "owner", "of this owner"),
        new("state", "state", "in this state")
        {
            Words = ["open", "registered", "assigned", "signed", "waiting", "reported", "confirmed", "withdrawn"],
        },
        new("section", "section", "that stand so") { Words = [.. Sections.All.Select(section => section.Word())] },
        new("slip", "slip", "with a slip: near, behind, overdue") { Words = ["blue", "yellow", "red"] },
        new("kind", "kind", "of this kind") { Words = [.. AgreedItem.Kinds] },
        new("party", "party", "of agreements with this side"),
        new("awaits", "awaits", "that wait for this person; * for anybody"),
        new("figure", "figure", "behind this number of the figures") { Words = [.. Outcomes.All.Select(outcome => outcome.Word())] },
        new("due-from", "dueFrom", "due on this day or later"),
        new("due-before", "dueBefore", "due before this day"),
        new("search", "q", "with these words in title, id, place or owner"),
    ];

    public static IReadOnlyList<ItemFilter> Ordering { get; } =
    [
        new("sort", "sort", "in this order") { Words = ["urgency", "due", "late", "title", "owner", "agreement"] },
    ];
}
