using System.Text.Json;
using FollowUp.Phrases;
using FollowUp.Values;

namespace FollowUp.Tests.Phrases.Rig;

/// <summary>Phrases as a caller reads them.</summary>
internal static class Say
{
    /// <summary>A phrase in JSON, its args alone in the order in which its template names them; null where there is none.</summary>
    public static string? AsJson(this Phrase? phrase) => phrase is null ? null : JsonSerializer.Serialize(phrase, Json.Options);

    public static string AsJson(this IEnumerable<Phrase> phrases) => JsonSerializer.Serialize(phrases, Json.Options);

    /// <summary>What stands behind <c>code</c> in examples written as <c>code {"args":…}</c>.</summary>
    public static string Example(string example) => example.Split(' ', 2) switch
    {
        [var code] => Example($"{code} {{}}"),
        [var code, var args] => $"{{\"code\":\"{code}\",\"args\":{args}}}",
        _ => throw new ArgumentException("an example has a code", nameof(example)),
    };
}
