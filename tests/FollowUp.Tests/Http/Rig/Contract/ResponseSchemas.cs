using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using FollowUp.Http.Responses;
using FollowUp.Values;
using Microsoft.OpenApi;
using NodaTime;

namespace FollowUp.Tests.Http.Rig.Contract;

/// <summary>Schemas of what is answered, from the records as they are written, each under its name among the components.</summary>
internal sealed class ResponseSchemas(OpenApiDocument document, XmlDocs docs)
{
    /// <summary>What a record has as an object, since it is one text or another thing.</summary>
    private static readonly Dictionary<string, string> Either = new()
    {
        [$"{nameof(PersonResponse)}.{nameof(PersonResponse.Name)}"] = "Name",
    };

    private static readonly Dictionary<Type, Func<OpenApiSchema>> Plain = new()
    {
        [typeof(string)] = () => new() { Type = JsonSchemaType.String },
        [typeof(bool)] = () => new() { Type = JsonSchemaType.Boolean },
        [typeof(int)] = () => new() { Type = JsonSchemaType.Integer, Format = "int32" },
        [typeof(decimal)] = () => new() { Type = JsonSchemaType.Number },
        [typeof(double)] = () => new() { Type = JsonSchemaType.Number },
        [typeof(Instant)] = () => new() { Type = JsonSchemaType.String, Format = "date-time" },
        [typeof(LocalDate)] = () => new() { Type = JsonSchemaType.String, Format = "date" },
        [typeof(object)] = () => new(),
    };

    public IOpenApiSchema Of(Type type)
    {
        Type of = Nullable.GetUnderlyingType(type) ?? type;
        return Plain.TryGetValue(of, out Func<OpenApiSchema>? make) ? make()
            : of.IsEnum ? WordsOf(of)
            : MemberOf(of) is not { } member ? Named(of)
            : Json.Options.GetTypeInfo(of).Kind == JsonTypeInfoKind.Dictionary
                ? new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = Of(member) }
                : new OpenApiSchema { Type = JsonSchemaType.Array, Items = Of(member) };
    }

    private static Type? MemberOf(Type type) =>
        Json.Options.GetTypeInfo(type).Kind is JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary
            ? type.IsArray ? type.GetElementType() : type.GetGenericArguments()[^1]
            : null;

    private static OpenApiSchema WordsOf(Type type) => new()
    {
        Type = JsonSchemaType.String,
        Enum =
        [
            .. Enum.GetValues(type).Cast<object>().Select(word => JsonSerializer.SerializeToNode(word, type, Json.Options)!).Where(IsWord),
        ],
    };

    /// <summary>What stands for nothing is never answered.</summary>
    private static bool IsWord(JsonNode word) => (string)word! != "none";

    private OpenApiSchemaReference Named(Type type)
    {
        if (!document.Components!.Schemas!.ContainsKey(type.Name))
        {
            OpenApiSchema schema = new() { Type = JsonSchemaType.Object, Description = docs.Of(type) };

            // Before its fields, which may have it in them.
            document.Components.Schemas.Add(type.Name, schema);
            JsonPropertyInfo[] fields = [.. Json.Options.GetTypeInfo(type).Properties.Where(field => field.Get is not null)];
            schema.Properties = fields.ToDictionary(field => field.Name, field => Field(type, field));
            schema.Required = fields.Where(field => !IsLeftOut(field)).Select(field => field.Name).ToHashSet();
        }

        return new(type.Name, document);
    }

    /// <summary>Nothing is written as null: what is not there is left out.</summary>
    private static bool IsLeftOut(JsonPropertyInfo field) =>
        Nullable.GetUnderlyingType(field.PropertyType) is not null || (!field.PropertyType.IsValueType && field.IsGetNullable);

    private IOpenApiSchema Field(Type type, JsonPropertyInfo field)
    {
        PropertyInfo property = (PropertyInfo)field.AttributeProvider!;
        IOpenApiSchema schema = Either.TryGetValue($"{type.Name}.{property.Name}", out string? written)
            ? new OpenApiSchemaReference(written, document)
            : Of(field.PropertyType);
        schema.Description = docs.Of(property) ?? (schema is OpenApiSchemaReference ? null : schema.Description);
        return schema;
    }
}
