using System.Globalization;
using System.Text.Json;

namespace FollowUp.Tables.Rows;

/// <summary>What a body says: keys, where it names them, and the row's own properties.</summary>
internal readonly record struct ReadRow(string? Partition, string? Key, Property[] Properties);

/// <summary>Reads a row from the JSON that callers send. A type may be named before its property or after it.</summary>
internal ref struct RowReader
{
    private readonly List<Property> properties = new(16);
    private Dictionary<string, string>? typesAhead;
    private Utf8JsonReader json;
    private string? partition;
    private string? key;

    private RowReader(ReadOnlySpan<byte> body) => json = new(body);

    private static ReadOnlySpan<byte> TypeSuffix => "@odata.type"u8;

    public static ReadRow Read(ReadOnlySpan<byte> body)
    {
        try
        {
            RowReader reader = new(body);
            return reader.Read();
        }
        catch (Exception malformed) when (malformed is JsonException or FormatException or OverflowException or InvalidOperationException)
        {
            throw new RefusedException(Refusal.InvalidInput);
        }
    }

    private ReadRow Read()
    {
        Demand(json.Read() && json.TokenType == JsonTokenType.StartObject);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueSpan.EndsWith(TypeSuffix))
            {
                ReadType(json.GetString()![..^TypeSuffix.Length]);
            }
            else
            {
                ReadValue(json.GetString()!);
            }
        }

        Demand(json.TokenType == JsonTokenType.EndObject);
        return new(partition, key, Known());
    }

    private void ReadType(string name)
    {
        Demand(json.Read() && json.TokenType == JsonTokenType.String);
        string type = json.GetString()!;
        int index = properties.Count - 1;
        while (index >= 0 && properties[index].Name != name)
        {
            index--;
        }

        if (index >= 0)
        {
            properties[index] = new(name, Typed(properties[index].Value, type));
        }
        else
        {
            (typesAhead ??= [])[name] = type;
        }
    }

    private void ReadValue(string name)
    {
        Demand(json.Read());
        object? value = Value();
        switch (name)
        {
            case "PartitionKey":
                partition = KeyOf(value);
                break;
            case "RowKey":
                key = KeyOf(value);
                break;
            // The service sets the time itself, whatever the caller believes it to be.
            case "Timestamp":
                break;
            default:
                AddOwn(name, value);
                break;
        }
    }

    private readonly void AddOwn(string name, object? value)
    {
        // "odata.etag" and the like come back from callers who write what they read.
        if (!name.StartsWith("odata.", StringComparison.Ordinal))
        {
            string? type = null;
            _ = typesAhead?.Remove(name, out type);
            properties.Add(new(name, type is null ? value! : Typed(value!, type)));
        }
    }

    private readonly object? Value() => json.TokenType switch
    {
        JsonTokenType.String => json.GetString(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => null,
        JsonTokenType.Number when json.TryGetInt32(out int number) => number,
        // An integer too long for Int32 must say that it is an Int64.
        JsonTokenType.Number when json.ValueSpan.IndexOfAny(".eE"u8) >= 0 => json.GetDouble(),
        _ => throw new RefusedException(Refusal.InvalidInput),
    };

    private static object Typed(object value, string type) => (type, value) switch
    {
        (_, null) => value!,
        ("Edm.String", string) or ("Edm.Int32", int) or ("Edm.Boolean", bool) or ("Edm.Double", double) => value,
        ("Edm.Double", int number) => (double)number,
        ("Edm.Double", string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        ("Edm.Int64", string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        ("Edm.DateTime", string text) => Timestamps.Parse(text),
        ("Edm.Guid", string text) => Guid.Parse(text),
        ("Edm.Binary", string text) => Convert.FromBase64String(text),
        _ => throw new RefusedException(Refusal.InvalidInput),
    };

    /// <summary>Table Storage has no null: such a property is as if it had not been sent.</summary>
    private readonly Property[] Known()
    {
        _ = properties.RemoveAll(property => property.Value is null);
        return [.. properties];
    }

    private static string KeyOf(object? value) => value as string ?? throw new RefusedException(Refusal.PropertiesNeedValue);

    private static void Demand(bool isSo)
    {
        if (!isSo)
        {
            throw new RefusedException(Refusal.InvalidInput);
        }
    }
}
