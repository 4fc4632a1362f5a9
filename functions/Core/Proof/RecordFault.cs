using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FollowUp.Proof;

/// <summary>Why a record could not be read, in words that name its fields.</summary>
internal static class RecordFault
{
    public static string Of<T>(ReadOnlySpan<byte> record)
    {
        List<string> names;
        try
        {
            names = NamesIn(record);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return "is no JSON object";
        }

        IReadOnlyList<JsonPropertyInfo> fields = ProofFormat.FieldsOf<T>();
        string[] faults =
        [
            .. names.Except(fields.Select(field => field.Name)).Select(name => $"has {name}, which the format does not know"),
            .. names.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"has {same.Key} more than once"),
            .. fields.Where(field => field.IsRequired).Select(field => field.Name).Except(names).Select(name => $"lacks {name}"),
        ];
        return faults.Length > 0 ? string.Join("; ", faults) : "has a value of another kind than the format says";
    }

    private static List<string> NamesIn(ReadOnlySpan<byte> record)
    {
        Utf8JsonReader reader = new(record);
        List<string> names = [];
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
            {
                names.Add(reader.GetString()!);
            }
        }

        return names;
    }
}
