using System.Globalization;
using System.Text.RegularExpressions;
using FollowUp.LocalHost.Engine;
using Microsoft.Extensions.Configuration;

namespace FollowUp.LocalHost.Hosting;

/// <summary>Those settings of host.json that this host follows. Settings under <c>AzureFunctionsJobHost</c> override the file.</summary>
internal sealed partial class HostJson
{
    private readonly IConfiguration settings;
    private readonly IConfiguration file;

    public HostJson(string contentRoot, IConfiguration settings)
    {
        this.settings = settings;
        file = Read(Path.Combine(contentRoot, "host.json"));
    }

    public string RoutePrefix => this["extensions:http:routePrefix"] ?? "api";

    public HubSettings Hub => new(
        HubName,
        StepsAtOnce: Number("extensions:durableTask:maxConcurrentOrchestratorFunctions") ?? 10 * Environment.ProcessorCount,
        ActivitiesAtOnce: Number("extensions:durableTask:maxConcurrentActivityFunctions") ?? 10 * Environment.ProcessorCount);

    private string HubName
    {
        get
        {
            string name = ResolveSettings(this["extensions:durableTask:hubName"] ?? "LocalHub", settings);
            return TableName().IsMatch(name)
                ? name
                : throw new SettingException($"Hub name '{name}' cannot name a table: 3 to 63 letters and digits, a letter first.");
        }
    }

    private string? this[string key] => settings[$"AzureFunctionsJobHost:{key}"] ?? file[key];

    /// <summary>Replaces <c>%Setting%</c> by the setting's value.</summary>
    /// <exception cref="SettingException">There is no such setting.</exception>
    public static string ResolveSettings(string text, IConfiguration settings) => Placeholder().Replace(text, match =>
        settings[match.Groups[1].Value]
            ?? throw new SettingException($"There is no setting '{match.Groups[1].Value}', which '{text}' names."));

    private int? Number(string key) => this[key] is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number
        : throw new SettingException($"{key} in host.json must be a whole number above 0, not '{text}'.");

    private static IConfigurationRoot Read(string path)
    {
        if (File.Exists(path))
        {
            JsonFile.Read(path).Dispose();
        }

        try
        {
            return new ConfigurationBuilder().AddJsonFile(path, optional: true).Build();
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidDataException)
        {
            throw new SettingException($"{path} cannot be followed: {(wrong.InnerException ?? wrong).Message}", wrong);
        }
    }

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,62}$")]
    private static partial Regex TableName();
}
