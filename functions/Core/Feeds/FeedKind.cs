namespace FollowUp.Feeds;

/// <summary>Whose calendar it is. These words are in addresses and in rows.</summary>
public static class FeedKind
{
    /// <summary>What somebody owns, supports, issued or coordinates.</summary>
    public const string Person = "person";

    /// <summary>All that one agreement holds.</summary>
    public const string Agreement = "agreement";

    public static IReadOnlyList<string> All { get; } = [Person, Agreement];
}
