using System.Text.Json.Serialization;
using FollowUp.Items;
using FollowUp.Journal;
using NodaTime;

namespace FollowUp.Changes;

/// <summary>
/// An entry of a journal as other programs take it: CloudEvents 1.0, in structured JSON. It says what happened to what, by ids; whoever
/// wants to know more asks for the item, and is shown what is theirs to see.
/// </summary>
/// <param name="Id">Of the entry, wherever and however often it is sent: with <paramref name="Source"/> it is known again.</param>
/// <param name="Source">Where the journal stands in which the entry is.</param>
/// <param name="Type">A word of <see cref="ChangeType"/>.</param>
/// <param name="Subject">The item; absent where it is about the agreement as a whole.</param>
public sealed record CloudEvent(
    [property: JsonPropertyName("specversion")] string SpecVersion, string Id, string Source, string Type, string? Subject, Instant Time,
    [property: JsonPropertyName("datacontenttype")] string DataContentType, ChangeData Data)
{
    /// <summary>As which it travels alone.</summary>
    public const string MediaType = "application/cloudevents+json";

    /// <param name="item">As it stands now; null where the entry is about none.</param>
    public static CloudEvent Of(Entry entry, AgreedItem? item) => Of(
        $"{entry.Agreement}/{entry.Seq}", $"/api/agreements/{entry.Agreement}", ChangeType.Of(entry), entry.Item, entry.At,
        new(entry.Event)
        {
            Agreement = entry.Agreement,
            Item = entry.Item,
            Seq = entry.Seq,
            By = entry.By,
            Through = entry.Through,
            State = item?.State,
            Hash = entry.Hash,
        });

    /// <summary>Says nothing but that events arrive.</summary>
    public static CloudEvent Test(string webhook, string id, Instant now) =>
        Of(id, $"/api/webhooks/{webhook}", ChangeType.Test, null, now, new("test"));

    private static CloudEvent Of(string id, string source, string type, string? subject, Instant time, ChangeData data) =>
        new("1.0", id, source, type, subject, time, "application/json", data);
}

/// <summary>What an event says of what happened: ids and words of ours, and nothing that somebody wrote.</summary>
/// <param name="Event">The journal's word.</param>
public sealed record ChangeData(string Event)
{
    public string? Agreement { get; init; }
    public string? Item { get; init; }

    /// <summary>Of the entry, in the journal of its agreement.</summary>
    public int? Seq { get; init; }

    /// <summary>Who acted; absent where the clock did.</summary>
    public string? By { get; init; }

    /// <inheritdoc cref="Entry.Through"/>
    public string? Through { get; init; }

    /// <summary>How the item stands when this is read, and not when it happened.</summary>
    public string? State { get; init; }

    /// <summary>Of the entry: noted down elsewhere, it shows a journal that was made anew (law 19).</summary>
    public string? Hash { get; init; }
}
