using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FollowUp.Values;

/// <summary>
/// What tells two contents apart: SHA-256 over their JSON in the order of the records' fields, with all texts in one Unicode form.
/// </summary>
public static class Fingerprints
{
    private static readonly JsonSerializerOptions OneForm = new(Json.Options) { Converters = { new Text() } };

    public static string HashOf<T>(T content) => HashOfBytes(JsonSerializer.SerializeToUtf8Bytes(content, OneForm));

    /// <summary>As earlier versions made them, which kept texts in the form in which they came.</summary>
    public static string HashOfForm<T>(T content) => HashOfBytes(JsonSerializer.SerializeToUtf8Bytes(content, Json.Options));

    public static string HashOfBytes(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private sealed class Text : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(TextRules.NormalizeUnicode(value));
    }
}
