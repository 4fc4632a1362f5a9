using System.Text.Json.Nodes;

namespace FollowUp.Tests.Http.Rig.Contract;

/// <summary>
/// Makes a body of a schema with every field that it knows, and <c>zz</c> besides wherever there are fields. What must be one of some words
/// is none of them.
/// </summary>
/// <param name="objects">Where there are fields, and by which schema.</param>
internal sealed class SampleBody(JsonNode contract, List<(string Pointer, JsonObject Schema)> objects)
{
    public JsonNode Of(JsonNode schema, string pointer)
    {
        JsonObject of = Resolved(contract, schema).AsObject();
        if (of["oneOf"] is JsonArray either)
        {
            return Of(either.Last()!, pointer);
        }

        switch ((string?)of["type"])
        {
            case "object":
                objects.Add((pointer, of));
                IEnumerable<KeyValuePair<string, JsonNode?>> fields = of["properties"]!.AsObject()
                    .Select(field => KeyValuePair.Create(field.Key, (JsonNode?)Of(field.Value!, $"{pointer}/{field.Key}")));
                return new JsonObject(fields.Append(new("zz", 1)));
            case "array":
                return new JsonArray(Of(of["items"]!, $"{pointer}/0"));
            case "integer":
                return 1;
            case "boolean":
                return true;
            default:
                return (string?)of["format"] == "date" ? "2020-06-01" : "zz";
        }
    }

    public static JsonNode Resolved(JsonNode contract, JsonNode schema) => (string?)schema["$ref"] is { } reference
        ? Resolved(contract, reference[2..].Split('/').Aggregate(contract, (node, name) => node[name]!))
        : schema;

    /// <summary>The words that may stand at a place of a body.</summary>
    public static IEnumerable<string> EnumAt(JsonNode contract, JsonNode schema, string pointer)
    {
        JsonNode at = Resolved(contract, schema);
        foreach (string name in pointer.Split('/').Skip(1))
        {
            at = Resolved(contract, (string?)at["type"] == "array" ? at["items"]! : at["properties"]![name]!);
        }

        return at["enum"]?.AsArray().Select(word => (string)word!) ?? [];
    }
}
