using FollowUp.LocalHost.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace FollowUp.Start;

/// <summary>
/// What counts for <c>./start</c>: the command line, then the environment, then local.settings.json, then what it takes by itself.
/// </summary>
internal static class Settings
{
    private const string Storage = "AzureWebJobsStorage";
    private const string TablesUri = "FOLLOWUP_TABLES_URI";
    private const string Letters = "Letters:Folder";

    /// <summary>The setting that says where the tables are, if there is one.</summary>
    public static string? TablesSetting(IConfiguration settings) =>
        new[] { TablesUri, Storage }.FirstOrDefault(setting => settings[setting] is { Length: > 0 });

    /// <param name="folder">Where local.settings.json lies.</param>
    /// <returns>Where it will listen.</returns>
    public static string Read(LocalHostBuilder builder, Options options, string folder)
    {
        string url = "";
        _ = builder.Use(host => host.ContentRoot = folder);
        _ = builder.Use(host => url = host.Url = options.Port is { } port ? At(port, host.Url) : host.Url);
        string letters = Path.Combine(options.Folder, "letters");
        AddBelow(builder.Configuration, new()
        {
            [Letters] = letters,
            ["Board:Url"] = App.BoardAt(url),

            // Where the identity finds the agreements, the orchestrations find a place too.
            [$"{Storage}:tableServiceUri"] = builder.Configuration[TablesUri],
        });
        if (options.Data is not null)
        {
            _ = builder.Configuration.AddInMemoryCollection([new(Letters, letters)]);
        }

        return url;
    }

    /// <summary>The store of this run, whatever the settings say.</summary>
    public static void Take(LocalHostBuilder builder, string connection) =>
        builder.Configuration.AddInMemoryCollection([new(Storage, connection), new(TablesUri, "")]);

    /// <summary>As people read it, and where they are sent.</summary>
    public static string LettersGo(IConfiguration settings) =>
        settings["Smtp:Host"] is { Length: > 0 } host ? $"letters by mail through {host}" : $"letters in {settings[Letters]}";

    /// <summary>The port alone is another: whoever lets others in from the network still does.</summary>
    private static string At(int port, string url)
    {
        BindingAddress address = BindingAddress.Parse(url.Split(';')[0]);
        return $"{address.Scheme}://{address.Host}:{port}{address.PathBase}";
    }

    private static void AddBelow(ConfigurationManager settings, Dictionary<string, string?> defaults) =>
        settings.Sources.Insert(0, new MemoryConfigurationSource { InitialData = defaults });
}
