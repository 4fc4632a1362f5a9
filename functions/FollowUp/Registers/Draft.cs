using System.Security.Cryptography;
using System.Text.Json;
using FollowUp.Agreements;
using FollowUp.Items;
using NodaTime;

namespace FollowUp.Registers;

/// <summary>An agreement as it was sent in, with its items: well formed, not yet accepted.</summary>
/// <param name="Pointer">Where it stood in the body.</param>
public sealed record AgreementDraft(Agreement Agreement, IReadOnlyList<ItemDraft> Items, string Pointer)
{
    /// <summary>The same content has the same fingerprint, however it was spaced or ordered.</summary>
    public string Fingerprint => Fingerprints.Of(new { Agreement, Items = Items.Select(item => item.Fingerprint) });
}

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
    [System.Text.Json.Serialization.JsonIgnore]
    public string Pointer { get; init; } = "";

    [System.Text.Json.Serialization.JsonIgnore]
    public string Fingerprint => Fingerprints.Of(this);
}

/// <summary>What tells two contents apart: SHA-256 over their JSON in the order of the records' fields.</summary>
public static class Fingerprints
{
    public static string Of<T>(T content) => OfBytes(JsonSerializer.SerializeToUtf8Bytes(content, Json.Options));

    public static string OfBytes(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
