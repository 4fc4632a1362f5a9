using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Storage;

/// <summary>An agreement and all its items, with what lists need of them; the long texts are left out.</summary>
/// <param name="Agreement">Without its clauses.</param>
/// <param name="Version">Changes with everything that happens to any of its items.</param>
public sealed record ListedAgreement(Agreement Agreement, string Version, IReadOnlyList<ListedItem> Items)
{
    /// <summary>Each item by its id, for those that wait for it.</summary>
    public IReadOnlyDictionary<string, AgreedItem> ById { get; } = Items.ToDictionary(one => one.Item.Id, one => one.Item);

    internal static ListedAgreement Of(StoredAgreement head, IReadOnlyList<StoredItem> items)
    {
        Agreement agreement = head.Agreement with { Clauses = [] };
        return new(agreement, head.Journal.Hash, [.. items.Select(one => ListedItem.Of(one.Item, Short(one.Item), head.Agreement))]);
    }

    /// <summary>
    /// Where it stands, whose it is and whose move it is stay; what was written about it on the way goes, which may be hundreds of
    /// kilobytes.
    /// </summary>
    private static AgreedItem Short(AgreedItem item) => item with
    {
        Calendars = [],
        RecipientCalendars = [],
        Progress = [],
        Rebases = [],
        Reassignments = [.. item.Reassignments.Select(one => one with { Reason = "" })],
        DueChanges = [],
        Warnings = [],
        Returns = [.. item.Returns.Select(one => one with { Reason = "" })],
        Suspensions = [.. item.Suspensions.Select(one => one with { Reason = "" })],
        Extensions = [.. item.Extensions.Select(one => one with { Reason = "" })],
        Questions = [.. item.OpenQuestion is { } asked ? (Question[])[asked with { Text = "" }] : []],
        Escalations = [.. item.Escalations.Select(one => one with { Reason = "" })],
        HandOvers = [.. item.HandOvers.Select(one => one with { Reason = "" })],
    };
}

/// <summary>An item in a list.</summary>
/// <param name="Text">What is searched: its titles, those of its agreement, its clause, its kind and its ids.</param>
public sealed record ListedItem(AgreedItem Item, string Text)
{
    /// <summary>When anybody last said anything about it; null while nobody is expected to.</summary>
    public Instant? LastWordAt { get; init; }

    /// <summary>When its owner last said anything about it themselves; null where they never did.</summary>
    public Instant? OwnersWordAt { get; init; }

    internal static ListedItem Of(AgreedItem whole, AgreedItem item, Agreement agreement) => new(
        item,
        SearchText.Of(
        [
            item.Title.En, item.Title.Zh, item.Title.Ru, item.Id, item.Clause, agreement.ClauseOf(item.Clause)?.Label, item.Kind,
            agreement.Id,
            agreement.Title.En, agreement.Title.Zh, agreement.Title.Ru, agreement.Place,
        ]))
    {
        LastWordAt = whole.LastWordAt(),
        OwnersWordAt = whole.OwnersWordAt(),
    };
}
