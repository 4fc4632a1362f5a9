using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace FollowUp.LocalHost.Hosting;

/// <summary>The <c>Values</c> of local.settings.json. Environment variables and arguments override them, as on Azure.</summary>
internal static class LocalSettings
{
    private static readonly string[] OfCoreTools = ["IsEncrypted", "Values", "Host", "ConnectionStrings"];

    /// <summary>Overrides the file of a folder added before: a chosen content root counts more than the program's own folder.</summary>
    public static void AddLocalSettings(this ConfigurationManager configuration, string contentRoot)
    {
        string path = Path.Combine(contentRoot, "local.settings.json");
        if (!File.Exists(path))
        {
            return;
        }

        using JsonDocument file = JsonFile.Read(path);
        if (Pairs(path, file.RootElement) is { } pairs)
        {
            int behindOtherFiles = configuration.Sources.Count(source => source is FileValues);
            configuration.Sources.Insert(behindOtherFiles, new FileValues { InitialData = pairs });
        }
    }

    private static List<KeyValuePair<string, string?>>? Pairs(string path, JsonElement file)
    {
        try
        {
            return Values(path, file) is { } values
                ? [.. values.EnumerateObject().Select(value => KeyValuePair.Create(Setting(value), (string?)value.Value.ToString()))]
                : null;
        }
        catch (InvalidOperationException half) when (half is not SettingException)
        {
            // The parser accepts it; only reading the text throws.
            throw new SettingException($"{path} cannot be read: a text in it holds half a character (a lone \\ud800 to \\udfff).", half);
        }
    }

    /// <summary>Settings outside of Values would be ignored silently, so they are refused.</summary>
    private static JsonElement? Values(string path, JsonElement file)
    {
        JsonElement? values = null;
        if (file.ValueKind != JsonValueKind.Object)
        {
            throw new SettingException($"{path} cannot be followed: it must be an object with its settings in \"Values\".");
        }

        foreach (JsonProperty part in file.EnumerateObject())
        {
            values = part.Name != "Values" ? values
                : values is null ? part.Value
                : throw new SettingException($"{path} cannot be followed: it has \"Values\" twice. Put all settings into one of them.");
            if (part.Name == "IsEncrypted" && part.Value.ValueKind != JsonValueKind.False)
            {
                throw new SettingException(
                    $"{path} cannot be followed: its values are encrypted, which Core Tools alone can read. "
                    + "Call \"func settings decrypt\" beside it, or write them anew with \"IsEncrypted\": false.");
            }

            if (!OfCoreTools.Contains(part.Name))
            {
                throw new SettingException(
                    $"{path} cannot be followed: {part.Name} stands outside of \"Values\", where no setting counts.");
            }
        }

        return values is { } given ? Checked(path, given) : null;
    }

    /// <summary>Double underscores part a path here as they do in environment variables.</summary>
    private static string Setting(JsonProperty value) => value.Name.Replace("__", ":", StringComparison.Ordinal);

    private static JsonElement Checked(string path, JsonElement values)
    {
        if (values.ValueKind != JsonValueKind.Object)
        {
            throw new SettingException($"{path} cannot be followed: \"Values\" must be an object of settings.");
        }

        Dictionary<string, string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (JsonProperty value in values.EnumerateObject())
        {
            if (!seen.TryAdd(Setting(value), value.Name))
            {
                string before = seen[Setting(value)];
                string otherName = before == value.Name ? "" : $", once as {before}";
                throw new SettingException($"{path} cannot be followed: it says {value.Name} twice{otherName}. Leave one of them.");
            }

            // Core Tools take text only; nested values would become pieces of JSON, not settings.
            if (value.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                throw new SettingException(
                    $"{path} cannot be followed: {value.Name} must be text; "
                    + "parts of a name are joined by two underscores, like Smtp__Host.");
            }
        }

        return values;
    }

    private sealed class FileValues : MemoryConfigurationSource;
}
