using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace FollowUp.LocalHost.Hosting;

/// <summary>The <c>Values</c> of local.settings.json. Environment variables and arguments override them, as on Azure.</summary>
static class LocalSettings
{
    static readonly JsonDocumentOptions AsPeopleWriteThem = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Above those of a folder that was added before: a content root that was chosen counts more than the one the program lies in.</summary>
    public static void AddLocalSettings(this ConfigurationManager configuration, string contentRoot)
    {
        string path = Path.Combine(contentRoot, "local.settings.json");
        if (!File.Exists(path))
        {
            return;
        }

        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(path), AsPeopleWriteThem);
        if (file.RootElement.TryGetProperty("Values", out JsonElement values))
        {
            // Double underscores part a path here as they do in environment variables.
            configuration.Sources.Insert(configuration.Sources.Count(source => source is ValuesOfAFile), new ValuesOfAFile
            {
                InitialData = [.. values.EnumerateObject().Select(value =>
                    KeyValuePair.Create(value.Name.Replace("__", ":", StringComparison.Ordinal), (string?)value.Value.ToString()))],
            });
        }
    }

    sealed class ValuesOfAFile : MemoryConfigurationSource;
}
