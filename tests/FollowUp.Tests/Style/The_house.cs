using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FollowUp.Delivery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Tests.Style;

/// <summary>
/// The files around the code that tools read, held against it: settings, host.json, azure.yaml, an editor's. Tests
/// <see cref="FollowUpServices"/>.
/// </summary>
public sealed partial class The_house
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    /// <summary>Settings that the platform reads and our code does not, so that nobody finds them by looking for a reader.</summary>
    private static readonly string[] OfThePlatform = ["FUNCTIONS_WORKER_RUNTIME", "OTEL_EXPORTER_OTLP_PROTOCOL"];

    /// <summary>What hosts and tools set for the app, and nobody writes into a file of settings.</summary>
    private static readonly string[] GivenByHosts =
    [
        "AZURE_FUNCTIONS_ENVIRONMENT", "AzureWebJobsStorage:tableServiceUri", "Functions:Worker:HostEndpoint", "WEBSITE_INSTANCE_ID",
        "WEBSITE_SITE_NAME",
    ];

    public static TheoryData<string> JsonFiles =>
    [
        "host.json", "local.settings.sample.json", "global.json", "functions/Worker/Properties/launchSettings.json",
        ".devcontainer/devcontainer.json", ".vscode/extensions.json", ".vscode/launch.json", ".vscode/settings.json", ".vscode/tasks.json",
        "infra/main.parameters.json", "docs/openapi.json",
    ];

    [Theory]
    [MemberData(nameof(JsonFiles))]
    public void has_JSON_that_any_reader_takes(string file) =>
        JsonNode.Parse(Text(file), documentOptions: new() { AllowDuplicateProperties = false })
            .Should().BeOfType<JsonObject>().Which.Should().NotBeEmpty();

    [Fact]
    public void has_every_setting_that_the_code_reads_in_the_sample() =>
        Read().Except(GivenByHosts).Except(Sample().Keys).Should().BeEmpty();

    [Fact]
    public void has_no_setting_in_the_sample_that_nobody_reads() =>
        Sample().Keys.Except(OfThePlatform).Except(Read()).Should().BeEmpty();

    [Fact]
    public void tells_of_every_setting_in_README()
    {
        string section = Section().Match(Text("README.md")).Value;
        Sample().Keys.Where(key => !section.Contains($"`{key}`", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void has_a_sample_with_which_the_app_can_be_put_together()
    {
        JsonNode sample = JsonNode.Parse(Text("local.settings.sample.json"))!;
        IConfiguration settings = new ConfigurationBuilder().AddInMemoryCollection(Sample()).Build();
        ServiceCollection added = [];
        using ServiceProvider services = added.AddFollowUp(settings).AddFollowUpTelemetry(settings).BuildServiceProvider();

        sample["IsEncrypted"]!.GetValue<bool>().Should().BeFalse("Core Tools take one that does not say so for encrypted");
        services.GetRequiredService<FollowUp.Storage.TableClients>().Should().NotBeNull();
        services.GetRequiredService<MailSettings>()
            .Should().Be(MailSettings.Read(new ConfigurationBuilder().Build()), "it says what holds without it");
        services.GetRequiredService<ILetterChannel>().Should().BeOfType<PickupFolderChannel>();
    }

    [Fact]
    public void finds_the_reads_it_looks_for() =>
        Read().Should().Contain(
            ["Smtp:Host", "Smtp:Port", "FOLLOWUP_TABLES_URI", "AzureWebJobsStorage", "LocalHost:Url", "OTEL_EXPORTER_OTLP_ENDPOINT"]);

    [Fact]
    public void says_in_host_json_what_production_needs()
    {
        JsonNode durable = JsonNode.Parse(Text("host.json"))!["extensions"]!["durableTask"]!;
        JsonNode storage = durable["storageProvider"]!;
        Span(storage["maxQueuePollingInterval"]).Should().BePositive().And.BeLessThanOrEqualTo(TimeSpan.FromSeconds(5));
        foreach (string timeout in new[] { "controlQueueVisibilityTimeout", "workItemQueueVisibilityTimeout" })
        {
            Span(storage[timeout]).TotalMinutes.Should().BeInRange(1, 2, $"{timeout} is how late a killed host's letters come");
        }

        storage["partitionCount"]!.GetValue<int>().Should().Be(8, "it is fixed when a hub is first made");
        ((string)durable["tracing"]!["version"]!).Should().Be("V2");
        durable["tracing"]!["traceInputsAndOutputs"]!.GetValue<bool>().Should().BeFalse();
    }

    [Fact]
    public void says_it_nowhere_else()
    {
        IEnumerable<string> files = Directory.EnumerateFiles(Path.Combine(Root, "infra"))
            .Concat(new[] { "local.settings.sample.json", "azure.yaml" }.Select(file => Path.Combine(Root, file)));
        files.Where(file => File.ReadAllText(file).Contains("AzureFunctionsJobHost", StringComparison.Ordinal)).Should().BeEmpty();
        Text("infra/app.bicep").Should().Contain("AzureWebJobsDisableHomepage: 'true'");
    }

    [Fact]
    public void deploys_a_project_that_is_there()
    {
        string project = Project().Match(Text("azure.yaml")).Groups[1].Value;
        File.Exists(Path.Combine(Root, project, $"{Path.GetFileName(project)}.csproj")).Should().BeTrue($"azure.yaml names {project}");
        Text("azure.yaml").Should().Contain("template:");
    }

    /// <summary>What is moved and no longer mutated would be noticed by nobody: the check is by hand.</summary>
    [Fact]
    public void mutates_folders_that_are_there()
    {
        JsonNode config = JsonNode.Parse(Text("tests/Mutation/stryker-config.json"))!["stryker-config"]!;
        string project = Path.Combine(Root, "functions", Path.GetFileNameWithoutExtension((string)config["project"]!));
        File.Exists(Path.Combine(project, (string)config["project"]!)).Should().BeTrue();
        string[] folders = [.. config["mutate"]!.AsArray().Select(path => ((string)path!).Split('/')[1])];

        folders.Should().HaveCountGreaterThan(5);
        folders.Where(folder => !Directory.Exists(Path.Combine(project, folder))).Should().BeEmpty();
    }

    /// <summary>
    /// Every key in an indexer of a configuration, in its <c>GetValue</c>, or asked of the environment: literally, or by a constant's name.
    /// </summary>
    private static IReadOnlyCollection<string> Read()
    {
        string[] sources =
        [
            .. Directory.EnumerateFiles(Path.Combine(Root, "functions"), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains("node_modules", StringComparison.Ordinal)).Select(File.ReadAllText),
        ];
        ILookup<string, string> constants = sources.SelectMany(source => Constant().Matches(source))
            .ToLookup(one => one.Groups[1].Value, one => one.Groups[2].Value);
        return [.. sources.SelectMany(source => Indexers().Matches(source).Concat(Environments().Matches(source)))
            .SelectMany(read => read.Groups["name"] is { Success: true, Value: var name } ? constants[name] : [read.Groups["text"].Value])
            .Distinct()];
    }

    /// <summary>The values of the sample under the names that code reads.</summary>
    private static Dictionary<string, string?> Sample() => JsonNode.Parse(Text("local.settings.sample.json"))!["Values"]!.AsObject()
        .ToDictionary(value => value.Key.Replace("__", ":", StringComparison.Ordinal), string? (value) => (string)value.Value!);

    private static TimeSpan Span(JsonNode? node) => TimeSpan.Parse((string)node!, System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string Here([CallerFilePath] string file = "") => file;

    [GeneratedRegex(
        """([Ss]ettings|[Cc]onfiguration)(\[|\.GetValue\(|\.GetValue<\w+>\()("(?<text>[^"]+)"|(\w+\.)?(?<name>[A-Z]\w+))[\],)]""")]
    private static partial Regex Indexers();

    [GeneratedRegex("""GetEnvironmentVariable\("(?<text>[^"]+)"\)""")]
    private static partial Regex Environments();

    [GeneratedRegex("""const string (\w+) = "([^"]+)";""")]
    private static partial Regex Constant();

    [GeneratedRegex(@"^## Settings$.*?(?=^## )", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^\s+project:\s*(\S+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Project();
}
