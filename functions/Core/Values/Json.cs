using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace FollowUp.Values;

/// <summary>How FollowUp writes JSON, to callers and into rows: camelCase, ISO dates, absent where there is nothing.</summary>
public static class Json
{
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>
    /// The same with every character as itself that JSON takes so. The serializer writes characters beyond U+FFFF, and the blanks of
    /// Chinese texts, as six or twelve: a row would be full of them long before it need be.
    /// </summary>
    public static string Compact(string json)
    {
        int at = json.IndexOf('\\', StringComparison.Ordinal);
        if (at < 0)
        {
            return json;
        }

        StringBuilder compact = new(json, 0, at, json.Length);
        while (at < json.Length)
        {
            // A backslash takes what follows it along, so that the second of two begins nothing.
            int length = json[at] != '\\' ? 1 : json[at + 1] == 'u' ? 6 : 2;
            _ = length == 6 && IsPlain(Escaped(json, at)) ? compact.Append(Escaped(json, at)) : compact.Append(json, at, length);
            at += length;
        }

        return compact.ToString();
    }

    private static char Escaped(string json, int at) => (char)ushort.Parse(json.AsSpan(at + 2, 4), NumberStyles.HexNumber, null);

    /// <summary>The serializer writes no half of a character: halves stand here in pairs.</summary>
    private static bool IsPlain(char letter) => letter >= 0xA0 && letter < 0xFFFE;

    private static JsonSerializerOptions Make()
    {
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

            // Chinese and Russian stay readable in rows and answers. These texts are never put into a page as markup.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
