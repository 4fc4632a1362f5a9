using FollowUp.Faults;
using FollowUp.Items;
using FollowUp.Storage;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>A verb that somebody wants done with an item.</summary>
/// <param name="Revisions">Those that the caller decided on, of which the item must have one; null when they do not care.</param>
/// <param name="Idempotency">Null when the caller takes their chances.</param>
public sealed record ItemChange(
    string Agreement, string Item, string By, RequestedVerb Verb, IReadOnlyCollection<int>? Revisions, IdempotencyRecord? Idempotency,
    Instant Now)
{
    /// <summary>How <see cref="By"/> came to act: a word of <see cref="Journal.Through"/>. Null where they did it themselves.</summary>
    public string? Through { get; init; }

    /// <summary>Whether the caller decided on an older item than this.</summary>
    internal bool IsStale(AgreedItem item) => Revisions?.Contains(item.Revision) == false;
}

/// <summary>The item after a verb.</summary>
/// <param name="IsNew">False when the verb had happened before.</param>
/// <param name="Freed">Items that waited for this one, and may be assigned now: their clocks are to look.</param>
public sealed record ChangeResult(AgreedItem Item, bool IsNew, IReadOnlyList<string> Freed);

/// <summary>The caller decided on an older revision.</summary>
public sealed class StaleException(AgreedItem item)
    : Exception(RefusalPhrases.Stale.Fill(item.Id, item.Revision));
