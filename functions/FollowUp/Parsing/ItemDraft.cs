using System.Text.Json.Serialization;
using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Parsing;

/// <summary>An item as it was sent in.</summary>
/// <param name="Calendars">Empty where the owner's calendar is meant.</param>
/// <param name="DependsOn">Items of the same agreement.</param>
/// <param name="Recurrence">An RRULE; null for what is done once.</param>
/// <param name="SilentUntilDue">It says itself that nobody need be reminded before its due date (law 18).</param>
public sealed record ItemDraft(
    string Id,
    string Kind,
    string? Clause,
    Wording Title,
    string Owner,
    IReadOnlyList<string> Supporting,
    string Issuer,
    string? Counterpart,
    LocalDate DueOn,
    string TimeZone,
    IReadOnlyList<string> Calendars,
    string Plan,
    IReadOnlyList<Stage> Stages,
    IReadOnlyList<string> DependsOn,
    string? Recurrence,
    bool SilentUntilDue)
{
    /// <inheritdoc cref="AgreedItem.Number"/>
    public string? Number { get; init; }

    [JsonIgnore]
    public string Pointer { get; init; } = "";

    [JsonIgnore]
    public string Fingerprint => Fingerprints.HashOf(this);
}
