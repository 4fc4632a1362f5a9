using FollowUp.Journal;

namespace FollowUp.Changes;

/// <summary>What events are called: <c>followup.item.reported</c>, <c>followup.agreement.registered</c>.</summary>
public static class ChangeType
{
    public const string Test = "followup.webhook.test";

    private const string OfItem = "followup.item.";
    private const string OfAgreement = "followup.agreement.";

    /// <summary>All that an entry can be.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. EventNames.All.Select(name => OfItem + name),
        .. new[] { EventNames.Registered, EventNames.Amended, EventNames.Reassigned }.Select(name => OfAgreement + name),
    ];

    /// <summary>What people want to read of, where nobody says it: not each notice that went out or did not.</summary>
    public static IReadOnlyList<string> ForPeople { get; } = [.. All.Where(type => type != OfItem + EventNames.Notice)];

    public static string Of(Entry entry) => (entry.Item is null ? OfAgreement : OfItem) + entry.Event;
}
