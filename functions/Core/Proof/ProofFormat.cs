using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FollowUp.Values;

namespace FollowUp.Proof;

/// <summary>
/// How a proof file is spelled: JSON in UTF-8, each record in a line of its own, ended by LF; in it neither blanks nor a field that is
/// absent, the fields in their order, every character as itself that JSON takes so. The same state is the same bytes, and the same bytes
/// alone are read.
/// </summary>
internal static class ProofFormat
{
    public const string Opening = """{"format":"followup-proof","version":1,""";
    public const string Agreement = "agreement";
    public const string Head = "head";
    public const string Items = "items";
    public const string People = "people";
    public const string Entries = "entries";
    public const string Ledger = "ledger";
    public const string ListEnd = "],";

    private static readonly JsonSerializerOptions Records = Make();

    public static string FieldOpening(string name) => $"\"{name}\":";

    public static string ListOpening(string name) => $"\"{name}\":[";

    public static string DigestLine(string digest) => $$"""{{FieldOpening("digest")}}"{{digest}}"}""";

    public static byte[] Bytes(string line) => Encoding.UTF8.GetBytes(line);

    public static string Write<T>(T record) => Json.Compact(JsonSerializer.Serialize(record, Records));

    /// <exception cref="JsonException">It has a field too many, twice, too few, or of another kind; or is no JSON.</exception>
    public static T Read<T>(ReadOnlySpan<byte> record) => JsonSerializer.Deserialize<T>(record, Records) ?? throw new JsonException();

    /// <summary>The fields that such a record may have.</summary>
    public static IReadOnlyList<JsonPropertyInfo> FieldsOf<T>() => [.. Records.GetTypeInfo(typeof(T)).Properties];

    private static JsonSerializerOptions Make()
    {
        JsonSerializerOptions options = new(Json.Options)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            PropertyNameCaseInsensitive = false,
            NumberHandling = JsonNumberHandling.Strict,
            RespectNullableAnnotations = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatIsAlwaysThere } },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void RequireWhatIsAlwaysThere(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties.Where(one => one.Set is not null || one.AssociatedParameter is not null))
        {
            property.IsRequired = property.PropertyType.IsValueType
                ? Nullable.GetUnderlyingType(property.PropertyType) is null
                : !property.IsGetNullable;
        }
    }
}
