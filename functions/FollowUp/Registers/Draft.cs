using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Values;
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
    [JsonIgnore]
    public string Pointer { get; init; } = "";

    [JsonIgnore]
    public string Fingerprint => Fingerprints.Of(this);
}

/// <summary>What tells two contents apart: SHA-256 over their JSON in the order of the records' fields, with all texts in one Unicode form.</summary>
public static class Fingerprints
{
    private static readonly JsonSerializerOptions OneForm = new(Json.Options) { Converters = { new Text() } };

    public static string Of<T>(T content) => OfBytes(JsonSerializer.SerializeToUtf8Bytes(content, OneForm));

    /// <summary>As earlier versions made them, which kept texts in the form in which they came.</summary>
    public static string OfForm<T>(T content) => OfBytes(JsonSerializer.SerializeToUtf8Bytes(content, Json.Options));

    public static string OfBytes(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private sealed class Text : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Writing.InOneForm(value));
    }
}
