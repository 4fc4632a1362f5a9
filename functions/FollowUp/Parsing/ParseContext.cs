using System.Text.Json;

namespace FollowUp.Parsing;

/// <summary>One reading of a body: collects every fault, and every name of somebody or something that must be known.</summary>
public sealed class ParseContext
{
    /// <summary>The hundredth fault of a body tells its author nothing that the first did not.</summary>
    public const int FaultsMax = 100;

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly List<Fault> faults = [];
    private readonly List<Reference> references = [];

    public IReadOnlyList<Fault> Faults => faults;

    public IReadOnlyList<Reference> References => references;

    /// <param name="utf8">May begin with a byte order mark, as editors on Windows write it.</param>
    /// <exception cref="MalformedException">It is no JSON.</exception>
    public JsonField Root(ReadOnlyMemory<byte> utf8)
    {
        ReadOnlyMemory<byte> text = utf8.Span.StartsWith(Mark) ? utf8[Mark.Length..] : utf8;
        try
        {
            JsonElement root = JsonDocument.Parse(text, Strict).RootElement;
            ReadThrough(root);
            return new(this, "", root);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            throw ForeignFormat.Of(text.Span) is { } other ? new MalformedException(other) : Syntax.Mistake(text.Span);
        }
    }

    /// <summary>Parsing looks at the structure alone: half characters and bytes that are not UTF-8 show when a text is read.</summary>
    private static void ReadThrough(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in value.EnumerateObject())
                {
                    _ = property.Name;
                    ReadThrough(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement member in value.EnumerateArray())
                {
                    ReadThrough(member);
                }

                break;
            case JsonValueKind.String:
                _ = value.GetString();
                break;
        }
    }

    public void Fault(string pointer, string detail)
    {
        // A value that is asked for twice is wrong once.
        Fault fault = new(pointer, detail);
        if (faults.Count < FaultsMax && !faults.Contains(fault))
        {
            faults.Add(fault);
        }
    }

    internal void Refer(Reference reference) => references.Add(reference);

    /// <exception cref="InvalidInputException">There was a fault.</exception>
    public void Demand()
    {
        if (faults.Count > 0)
        {
            throw new InvalidInputException(faults);
        }
    }
}

public enum Referred
{
    Person,
    Calendar,
    Plan,
}

/// <summary>A name in a body of somebody or something that the register must know.</summary>
public sealed record Reference(Referred To, string Id, string Pointer);
