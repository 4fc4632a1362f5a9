using System.Reflection;
using System.Text.Json;
using FollowUp.Values;

namespace FollowUp.Delivery.Languages;

/// <summary>
/// The languages of letters: each a folder of files, <c>rules.json</c> (<see cref="LanguageRules"/>) and sentences by key in the others.
/// A language more is a folder more. All of them are held against English before the first letter (<see cref="LanguageCheck"/>).
/// </summary>
public sealed class LetterLanguages
{
    /// <summary>In this language letters are written where nobody has the reader's.</summary>
    public const string Fallback = "en";

    private const string Root = "letters/", RulesFile = "rules.json";

    /// <summary>A file that lacks a part is refused, not read without it.</summary>
    private static readonly JsonSerializerOptions Whole =
        new(Json.Options) { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    private readonly Dictionary<string, Language> languages;

    /// <param name="files">By path: <c>ru/rules.json</c>.</param>
    /// <exception cref="InvalidOperationException">A language lacks something; all of it is named.</exception>
    public LetterLanguages(IReadOnlyDictionary<string, string> files)
    {
        languages = files.Keys.Where(path => path.EndsWith($"/{RulesFile}", StringComparison.Ordinal)).Select(path => path.Split('/')[0])
            .ToDictionary(id => id, id => Read(id, files));
        string[] faults = [.. languages.Values.SelectMany(language => LanguageCheck.Faults(language, languages[Fallback]))];
        if (faults.Length > 0)
        {
            throw new InvalidOperationException($"Letters cannot be written: {string.Join("; ", faults)}.");
        }
    }

    public IEnumerable<string> Ids => languages.Keys;

    public Language this[string id] => languages.GetValueOrDefault(id) ?? languages[Fallback];

    /// <summary>Those that are part of the build.</summary>
    public static LetterLanguages OfBuild { get; } = new(Shipped());

    /// <summary>What is part of the build, by path within the folder of letters.</summary>
    public static Dictionary<string, string> Shipped()
    {
        Assembly build = typeof(LetterLanguages).Assembly;
        return build.GetManifestResourceNames().Where(name => name.StartsWith(Root, StringComparison.Ordinal))
            .ToDictionary(name => name[Root.Length..].Replace('\\', '/'), name =>
            {
                using StreamReader reader = new(build.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            });
    }

    private static Language Read(string id, IReadOnlyDictionary<string, string> files)
    {
        Dictionary<string, Sentence> sentences = [];
        foreach ((string path, string json) in files.Where(file => file.Key.StartsWith($"{id}/", StringComparison.Ordinal)
            && file.Key.EndsWith(".json", StringComparison.Ordinal) && !file.Key.EndsWith($"/{RulesFile}", StringComparison.Ordinal)))
        {
            foreach ((string key, string text) in Parse<Dictionary<string, string>>(path, json))
            {
                sentences.Add(key, new(text));
            }
        }

        return new(id, Parse<LanguageRules>($"{id}/{RulesFile}", files[$"{id}/{RulesFile}"]), sentences);
    }

    private static T Parse<T>(string path, string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Whole)!;
        }
        catch (JsonException fault)
        {
            throw new InvalidOperationException($"Letters cannot be written: {path}: {fault.Message}", fault);
        }
    }
}
