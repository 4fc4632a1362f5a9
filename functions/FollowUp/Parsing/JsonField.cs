using System.Text.Json;
using FollowUp.Faults;

namespace FollowUp.Parsing;

/// <summary>
/// One value of a body and its place in it. Asking for what is not there, or not of the form, records a fault and answers with
/// a harmless stand-in, so that one reading finds everything that is wrong.
/// </summary>
public readonly partial struct JsonField(ParseContext context, string pointer, JsonElement? value)
{
    public string Pointer { get; } = pointer;

    public ParseContext Context { get; } = context;

    /// <summary>Also where it is the empty text: a form sends that for a line that was left empty (law 18).</summary>
    public bool IsAbsent => Value is not { } given || (given.ValueKind == JsonValueKind.String && given.ValueEquals(""));

    /// <summary>Whether the body names it, be it to say that there is nothing of the kind.</summary>
    public bool IsNamed => value is not null;

    /// <summary>Whether a fault was found in it so far, at whatever depth.</summary>
    public bool IsFaulty => Context.Faults.Any(IsInside);

    private JsonElement? Value => value is { ValueKind: JsonValueKind.Null } ? null : value;

    public JsonField this[string name] => new(
        Context,
        $"{Pointer}/{EscapePointer(name)}",
        Value is { ValueKind: JsonValueKind.Object } fields && fields.TryGetProperty(name, out JsonElement found) ? found : null);

    /// <summary>Records a fault for every field that is not one of <paramref name="names"/>, and for a value that is no object.</summary>
    public JsonField AllowOnly(params ReadOnlySpan<string> names)
    {
        if (Value is not { ValueKind: JsonValueKind.Object } fields)
        {
            AddFault(FieldFaults.NotObject.Text);
            return this;
        }

        foreach (JsonProperty property in fields.EnumerateObject())
        {
            if (!names.Contains(property.Name))
            {
                string detail = names.IsEmpty
                    ? FieldFaults.Unexpected.Text
                    : FieldFaults.Unknown.Fill(string.Join(", ", names.ToArray()));
                Context.AddFault($"{Pointer}/{EscapePointer(property.Name)}", detail);
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
            AddFault(FieldFaults.NotList.Text);
            return [];
        }

        if (list.GetArrayLength() > max)
        {
            AddFault(FieldFaults.TooMany.Fill(list.GetArrayLength(), max));
            return [];
        }

        (ParseContext read, string at) = (Context, Pointer);
        return [.. list.EnumerateArray().Select((member, n) => new JsonField(read, $"{at}/{n}", member))];
    }

    /// <summary>A list that must have at least one member.</summary>
    public IReadOnlyList<JsonField> NonEmptyList(int max)
    {
        IReadOnlyList<JsonField> list = List(max);
        if (list.Count == 0 && Value is null or { ValueKind: JsonValueKind.Array } && !IsTooLong(max))
        {
            AddFault(FieldFaults.NoneNamed.Text);
        }

        return list;
    }

    public void AddFault(string detail) => Context.AddFault(Pointer, detail);

    /// <summary>Checks that what was read of it has room in the store, where its parts are in order.</summary>
    /// <param name="wayOut">How to make it smaller.</param>
    public T RequireRoom<T>(T record, string wayOut)
    {
        if (!IsFaulty)
        {
            Context.RequireRoom(Pointer, record, wayOut);
        }

        return record;
    }

    /// <summary>Where it is a member of a list, or the id of one, that stands there before.</summary>
    public void AddDuplicateFault(string value) => AddFault(FieldFaults.Twice.Fill(value));

    private bool IsInside(Fault fault) =>
        fault.Pointer.StartsWith(Pointer, StringComparison.Ordinal)
        && (fault.Pointer.Length == Pointer.Length || fault.Pointer[Pointer.Length] == '/');

    private bool IsTooLong(int max) => Value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > max;

    /// <summary>A name as a JSON Pointer has it (RFC 6901, 3).</summary>
    internal static string EscapePointer(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
