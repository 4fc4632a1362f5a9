using System.Text.Json;

namespace FollowUp.Parsing;

/// <summary>
/// One value of a body and its place in it. Asking for what is not there, or not of the form, records a fault and answers with
/// a harmless stand-in, so that one reading finds everything that is wrong.
/// </summary>
public readonly partial struct JsonField(ParseContext parse, string pointer, JsonElement? value)
{
    public string Pointer { get; } = pointer;

    public ParseContext Reading { get; } = parse;

    /// <summary>Also where it is the empty text: who leaves a line of a form empty says nothing by it (law 18).</summary>
    public bool IsAbsent => Value is not { } given || (given.ValueKind == JsonValueKind.String && given.ValueEquals(""));

    /// <summary>Whether a fault was found in it so far, at whatever depth.</summary>
    public bool IsFaulty => Reading.Faults.Any(Holds);

    private JsonElement? Value => value is { ValueKind: JsonValueKind.Null } ? null : value;

    public JsonField this[string name] => new(
        Reading,
        $"{Pointer}/{Escaped(name)}",
        Value is { ValueKind: JsonValueKind.Object } fields && fields.TryGetProperty(name, out JsonElement found) ? found : null);

    /// <summary>Records a fault for every field that is not one of <paramref name="names"/>, and for a value that is no object.</summary>
    public JsonField Only(params ReadOnlySpan<string> names)
    {
        if (Value is not { ValueKind: JsonValueKind.Object } fields)
        {
            Fault("must be an object");
            return this;
        }

        foreach (JsonProperty property in fields.EnumerateObject())
        {
            if (!names.Contains(property.Name))
            {
                Reading.Fault($"{Pointer}/{Escaped(property.Name)}", $"is not known here; known are {string.Join(", ", names.ToArray())}");
            }
        }

        return this;
    }

    /// <summary>The members of a list; none when it is absent.</summary>
    public IReadOnlyList<JsonField> List(int max)
    {
        if (Value is not { } list)
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            Fault("must be a list");
            return [];
        }

        if (list.GetArrayLength() > max)
        {
            Fault($"has {list.GetArrayLength()} entries; at most {max} are taken");
            return [];
        }

        (ParseContext read, string at) = (Reading, Pointer);
        return [.. list.EnumerateArray().Select((member, n) => new JsonField(read, $"{at}/{n}", member))];
    }

    /// <summary>A list that must have at least one member.</summary>
    public IReadOnlyList<JsonField> Some(int max)
    {
        IReadOnlyList<JsonField> list = List(max);
        if (list.Count == 0 && Value is null or { ValueKind: JsonValueKind.Array } && !Overlong(max))
        {
            Fault("must name at least one");
        }

        return list;
    }

    public void Fault(string detail) => Reading.Fault(Pointer, detail);

    private bool Holds(Fault fault) =>
        fault.Pointer.StartsWith(Pointer, StringComparison.Ordinal) && (fault.Pointer.Length == Pointer.Length || fault.Pointer[Pointer.Length] == '/');

    private bool Overlong(int max) => Value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > max;

    internal static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
