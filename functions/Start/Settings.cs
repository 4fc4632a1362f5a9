using FollowUp.LocalHost.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace FollowUp.Start;

/// <summary>
/// What counts for <c>./start</c>: the command line, then the environment, then local.settings.json, then what it takes by itself.
/// </summary>
internal static class Settings
{
    private const string Storage = FollowUp.Storage.TableClients.ConnectionSetting;
    private const string TablesUri = FollowUp.Storage.TableClients.EndpointSetting;
    private const string Letters = "Letters:Folder";
    private const string Coordinators = "Access:Coordinators";
    private const string Board = "Board:Url";
    private const string LinkKey = "Links:Key";
    private const string PreviousLinkKey = "Links:PreviousKey";

    /// <summary>The setting that says where the tables are, if there is one.</summary>
    public static string? TablesSetting(IConfiguration settings) =>
        new[] { TablesUri, Storage }.FirstOrDefault(setting => settings[setting] is { Length: > 0 });

    /// <param name="folder">Where local.settings.json lies.</param>
    /// <returns>Where it will listen.</returns>
    /// <exception cref="UsageException">A setting cannot be followed.</exception>
    /// <exception cref="SettingException">local.settings.json cannot be read.</exception>
    public static Listening Read(LocalHostBuilder builder, Options options, string folder)
    {
        string set = "";
        _ = builder.Use(host => host.ContentRoot = folder);
        _ = builder.Use(host => set = host.Url);
        Listening listening = Listening.Resolve(options.Listen, options.Port, set);
        string letters = Path.Combine(options.Folder, "letters");
        AddBelow(builder.Configuration, new()
        {
            [Letters] = letters,

            // Where the identity finds the agreements, the orchestrations find a place too.
            [$"{Storage}:tableServiceUri"] = builder.Configuration[TablesUri],
        });
        if (options.Data is not null)
        {
            _ = builder.Configuration.AddInMemoryCollection([new(Letters, letters)]);
        }

        if (options.SignIn is { } coordinator)
        {
            _ = builder.Configuration.AddInMemoryCollection(
                [new(Coordinators, $"{coordinator},{builder.Configuration[Coordinators]}")]);
        }

        _ = builder.Configuration.AddInMemoryCollection([new(Board, BoardOf(options, builder.Configuration, listening))]);
        return listening;
    }

    /// <summary>The store of this run, whatever the settings say.</summary>
    public static void UseStore(LocalHostBuilder builder, string connection) =>
        builder.Configuration.AddInMemoryCollection([new(Storage, connection), new(TablesUri, "")]);

    /// <summary>A key of its own for the links in letters, where none is set. Only once the folder is known to be this run's.</summary>
    /// <exception cref="UsageException">It cannot be kept.</exception>
    public static void EnsureLinkKey(LocalHostBuilder builder, Options options)
    {
        if (builder.Configuration[LinkKey] is not { Length: > 0 } && builder.Configuration[PreviousLinkKey] is not { Length: > 0 })
        {
            _ = builder.Configuration.AddInMemoryCollection([new(LinkKey, LinkKeyFile.Ensure(options.Folder))]);
        }
    }

    /// <summary>As people read it, and where they are sent.</summary>
    public static string LettersGo(IConfiguration settings) =>
        settings["Smtp:Host"] is { Length: > 0 } host ? $"letters by mail through {host}" : $"letters in {settings[Letters]}";

    /// <summary>The folder that letters go to, and the option or setting that names it; null where they go by mail.</summary>
    public static (string Folder, string SetBy)? LetterFolder(Options options, IConfiguration settings) =>
        settings["Smtp:Host"] is { Length: > 0 } ? null : (settings[Letters]!, options.Data is null ? $"the setting {Letters}" : "--data");

    /// <summary>Where readers of letters find the board.</summary>
    public static string BoardOf(IConfiguration settings) => settings[Board]!;

    private static string BoardOf(Options options, IConfiguration settings, Listening listening) =>
        options.BoardUrl
        ?? (settings[Board] is { Length: > 0 } set ? BoardUrl.Parse(set, $"The setting {Board}") : listening.BoardFromElsewhere);

    private static void AddBelow(ConfigurationManager settings, Dictionary<string, string?> defaults) =>
        settings.Sources.Insert(0, new MemoryConfigurationSource { InitialData = defaults });
}
