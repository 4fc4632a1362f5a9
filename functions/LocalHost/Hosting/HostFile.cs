using System.Text.RegularExpressions;
using FollowUp.LocalHost.Engine;
using Microsoft.Extensions.Configuration;

namespace FollowUp.LocalHost.Hosting;

/// <summary>What host.json says, as far as one machine obeys it. Settings under <c>AzureFunctionsJobHost</c> override the file.</summary>
sealed partial class HostFile
{
    readonly IConfiguration settings;
    readonly IConfiguration file;

    public HostFile(string contentRoot, IConfiguration settings)
    {
        this.settings = settings;
        file = new ConfigurationBuilder().AddJsonFile(Path.Combine(contentRoot, "host.json"), optional: true).Build();
    }

    public string RoutePrefix => this["extensions:http:routePrefix"] ?? "api";

    public HubSettings Hub => new(
        HubName,
        StepsAtOnce: Number("extensions:durableTask:maxConcurrentOrchestratorFunctions") ?? 10 * Environment.ProcessorCount,
        ActivitiesAtOnce: Number("extensions:durableTask:maxConcurrentActivityFunctions") ?? 10 * Environment.ProcessorCount);

    string HubName
    {
        get
        {
            string name = Resolved(this["extensions:durableTask:hubName"] ?? "LocalHub", settings);
            return TableName().IsMatch(name)
                ? name
                : throw new InvalidOperationException($"Hub name '{name}' cannot name a table: 3 to 63 letters and digits, a letter first.");
        }
    }

    string? this[string key] => settings[$"AzureFunctionsJobHost:{key}"] ?? file[key];

    /// <summary>Replaces <c>%Setting%</c> by the setting's value.</summary>
    /// <exception cref="InvalidOperationException">There is no such setting.</exception>
    public static string Resolved(string text, IConfiguration settings) => Placeholder().Replace(text, match =>
        settings[match.Groups[1].Value]
            ?? throw new InvalidOperationException($"There is no setting '{match.Groups[1].Value}', which '{text}' names."));

    int? Number(string key) => this[key] is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,62}$")]
    private static partial Regex TableName();
}
