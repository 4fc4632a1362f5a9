using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Timetables;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>What a caller wants done with an item.</summary>
/// <param name="Do">The pure verb: the very same item back means that nothing changed.</param>
/// <param name="Event">The journal's word for it.</param>
/// <param name="Text">What the journal quotes of the item after it; null where the word says it all.</param>
public sealed record RequestedVerb(
    Func<AgreedItem, Actor, Instant, FrozenTerms, AgreedItem> Do, string Event, Func<AgreedItem, string?> Text)
{
    /// <summary>For verbs that need nothing but the item.</summary>
    public RequestedVerb(Func<AgreedItem, Actor, Instant, AgreedItem> verb, string what, string? text)
        : this((item, by, at, _) => verb(item, by, at), what, _ => text)
    {
    }

    /// <summary>Whether it makes something that has an address of its own: 201.</summary>
    public bool IsCreation { get; init; }

    /// <summary>What the journal quotes where one verb is several entries, of the item before and after; null for all others.</summary>
    public Func<AgreedItem, AgreedItem, IEnumerable<string?>>? Texts { get; init; }

    /// <summary>What the journal says of it. A report ends waiting by itself; the journal says both.</summary>
    internal IEnumerable<JournalEvent> Events(string by, AgreedItem before, AgreedItem after)
    {
        if (before.IsWaiting && after.Suspensions[^1].Ended is not null && Event != EventNames.Resumed)
        {
            yield return new(EventNames.Resumed, after.Id, by, JournalText.OfResumption(after));
        }

        IEnumerable<string?> texts = Texts is null ? [Text(after)] : Texts(before, after);
        foreach (string? text in texts)
        {
            yield return new(Event, after.Id, by, text);
        }
    }
}
