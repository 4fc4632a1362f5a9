using System.Text.Json;
using FollowUp.Faults;
using FollowUp.Values;

namespace FollowUp.Parsing;

/// <summary>State of reading one body: collects every fault, and every reference to what the register must know.</summary>
/// <param name="max">How many faults are kept.</param>
public sealed class ParseContext(int max = ParseContext.MaxFaults)
{
    /// <summary>More faults than this do not help the author of a body, and take time to find.</summary>
    public const int MaxFaults = 100;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static readonly JsonDocumentOptions JsonOptions = new() { AllowDuplicateProperties = false };

    private readonly List<Fault> faults = [];
    private readonly List<Reference> references = [];

    public IReadOnlyList<Fault> Faults => faults;

    public IReadOnlyList<Reference> References => references;

    /// <param name="utf8">May begin with a byte order mark, as editors on Windows write it.</param>
    /// <exception cref="MalformedBodyException">It is no JSON.</exception>
    public JsonField ParseJson(ReadOnlyMemory<byte> utf8)
    {
        ReadOnlyMemory<byte> text = utf8.Span.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8;
        try
        {
            JsonElement root = JsonDocument.Parse(text, JsonOptions).RootElement;
            ReadStrings(root);
            return new(this, "", root);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            throw ContentSniffer.Describe(text.Span) is { } other
                ? new MalformedBodyException(other)
                : JsonSyntaxDiagnosis.Diagnose(text.Span);
        }
    }

    /// <summary>Parsing checks the structure alone; half characters and bytes that are not UTF-8 show when a text is read.</summary>
    private static void ReadStrings(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in value.EnumerateObject())
                {
                    _ = property.Name;
                    ReadStrings(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement member in value.EnumerateArray())
                {
                    ReadStrings(member);
                }

                break;
            case JsonValueKind.String:
                _ = value.GetString();
                break;
        }
    }

    public void AddFault(string pointer, string detail)
    {
        // A value that is asked for twice is wrong once.
        Fault fault = new(pointer, detail);
        if (faults.Count < max && !faults.Contains(fault))
        {
            faults.Add(fault);
        }
    }

    /// <summary>What cannot be stored is refused before anything is (law 20).</summary>
    /// <param name="wayOut">How to make it smaller.</param>
    public void RequireRoom<T>(string pointer, T record, string wayOut)
    {
        if (Json.Compact(JsonSerializer.Serialize(record, Json.Options)).Length is var length && length > Limits.Record)
        {
            AddFault(pointer, FieldFaults.TooLarge.Fill(length, Limits.Record, wayOut));
        }
    }

    internal void AddReference(Reference reference) => references.Add(reference);

    /// <exception cref="InvalidInputException">There was a fault.</exception>
    public void ThrowIfFaulty()
    {
        if (faults.Count > 0)
        {
            throw new InvalidInputException(faults);
        }
    }
}
