using System.Text.Json;

namespace FollowUp.Registers;

/// <summary>One reading of a body: collects every fault, and every name of somebody or something that must be known.</summary>
public sealed class Reading
{
    /// <summary>The hundredth fault of a body tells its author nothing that the first did not.</summary>
    private const int FaultsMax = 100;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly List<Fault> faults = [];
    private readonly List<Reference> references = [];

    public IReadOnlyList<Fault> Faults => faults;

    public IReadOnlyList<Reference> References => references;

    /// <exception cref="MalformedException">The text is not JSON.</exception>
    public Field Root(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            JsonElement root = JsonDocument.Parse(utf8, Strict).RootElement;
            Demand(root);
            return new(this, "", root);
        }
        catch (JsonException malformed)
        {
            throw new MalformedException(malformed);
        }
        catch (InvalidOperationException unreadable)
        {
            throw new MalformedException(new JsonException("A text in it is not valid Unicode.", unreadable));
        }
    }

    /// <summary>The parser takes texts that are no Unicode (half of a pair, a stray byte), and fails when they are read.</summary>
    private static void Demand(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in value.EnumerateObject())
                {
                    _ = property.Name;
                    Demand(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement member in value.EnumerateArray())
                {
                    Demand(member);
                }

                break;
            case JsonValueKind.String:
                _ = value.GetString();
                break;
        }
    }

    public void Fault(string pointer, string detail)
    {
        if (faults.Count < FaultsMax)
        {
            faults.Add(new(pointer, detail));
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
