using System.Text.Json;
using FollowUp.Delivery;
using FollowUp.LocalHost.Hosting;
using FollowUp.Start;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Memory;

namespace FollowUp.Tests.Start;

/// <summary>
/// The command line before the environment before local.settings.json before our defaults, for each setting that README names. Tests
/// <see cref="Settings"/>, <see cref="Options"/> and <see cref="SmtpSettings"/>.
/// </summary>
public sealed class A_setting : IDisposable
{
    private const string Account = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;TableEndpoint=http://";

    private readonly string checkout = Directory.CreateTempSubdirectory("followup-settings-").FullName;

    /// <summary>The setting, what it is in the environment, what in local.settings.json, and what counts if it is in neither.</summary>
    private static readonly (string Name, string Environment, string File, string? Default)[] Documented =
    [
        ("AzureWebJobsStorage", Account + "env/a;", Account + "file/a;", null),
        ("FOLLOWUP_TABLES_URI", "https://env.example/", "https://file.example/", null),
        ("Letters:Folder", "/env", "/file", Path.Combine(Checkout.Folder, ".data", "letters")),
        ("Smtp:Host", "env.example", "file.example", null),
        ("Smtp:Port", "25", "465", "587"),
        ("Smtp:User", "env", "file", null),
        ("Smtp:Password", "env", "file", null),
        ("Smtp:Security", "None", "StartTls", "Auto"),
        ("Mail:From", "env@env.example", "file@file.example", "followup@followup.example"),
        ("Mail:ReplyTo", "env@env.example", "file@file.example", null),
        ("Mail:Domain", "env.example", "file.example", "followup.example"),
        ("Board:Url", "https://env.example/board/", "https://file.example/board/", "http://localhost:7071/board/"),
        ("LocalHost:Url", "http://127.0.0.1:7101", "http://127.0.0.1:7102", "http://127.0.0.1:7071"),
        ("AzureFunctionsJobHost:extensions:durableTask:hubName", "EnvHub", "FileHub", null),
        ("AzureFunctionsJobHost:extensions:durableTask:maxConcurrentActivityFunctions", "7", "8", null),
        ("AzureFunctionsJobHost:extensions:http:routePrefix", "env", "file", null),
    ];

    public static TheoryData<string, string?, string?, string?> Places =>
    [
        .. Documented.Select(setting => (setting.Name, (string?)setting.Environment, (string?)null, (string?)setting.Environment)),
        .. Documented.Select(setting => (setting.Name, (string?)null, (string?)setting.File, (string?)setting.File)),
        .. Documented.Select(setting => (setting.Name, (string?)setting.Environment, (string?)setting.File, (string?)setting.Environment)),
        .. Documented.Select(setting => (setting.Name, (string?)null, (string?)null, setting.Default)),
    ];

    [Theory]
    [MemberData(nameof(Places))]
    public void Counts_from_the_environment_else_the_file_else_as_it_is_by_itself(
        string name, string? environment, string? file, string? counts)
    {
        (LocalHostBuilder builder, string url) = Started([], Environment(name, environment), File(name, file));

        Effective(name, builder.Configuration, url).Should().Be(counts);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:9090", "http://localhost:9090/board/")]
    [InlineData("http://0.0.0.0:8080", "http://0.0.0.0:9090", "http://{machine}:9090/board/")]
    [InlineData("http://*:8080", "http://*:9090", "http://{machine}:9090/board/")]
    [InlineData("http://office.example:8080", "http://office.example:9090", "http://office.example:9090/board/")]
    public void Of_the_port_gives_way_to_the_command_line(string set, string url, string board)
    {
        (LocalHostBuilder builder, string listens) = Started(["--port", "9090"], [new("LocalHost:Url", set)], []);

        (listens, builder.Configuration["Board:Url"])
            .Should().Be((url, board.Replace("{machine}", System.Net.Dns.GetHostName().ToLowerInvariant(), StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_the_letters_gives_way_to_the_command_line()
    {
        (LocalHostBuilder builder, _) = Started(["--data", checkout], [new("Letters:Folder", "/env")], []);

        builder.Configuration["Letters:Folder"].Should().Be(Path.Combine(checkout, "letters"));
    }

    [Fact]
    public async Task Of_the_tables_gives_way_to_the_command_line()
    {
        (LocalHostBuilder builder, _) =
            Started(["--store", "sqlite"], [new("FOLLOWUP_TABLES_URI", "https://env.example/")], [new("AzureWebJobsStorage", Account)]);
        Options options = Options.Parse(["--store", "sqlite", "--data", checkout]);
        using Store store = await Store.Open(options, builder.Configuration, TimeProvider.System, Spectre.Console.AnsiConsole.Console,
            TestContext.Current.CancellationToken);
        Settings.UseStore(builder, store.Connection!);

        Settings.TablesSetting(builder.Configuration).Should().Be("AzureWebJobsStorage");
        builder.Configuration["AzureWebJobsStorage"].Should().Be(store.Connection);
    }

    [Fact]
    public void Of_the_tables_address_says_where_the_orchestrations_are_too()
    {
        (LocalHostBuilder builder, _) = Started([], [new("FOLLOWUP_TABLES_URI", "https://env.example/")], []);

        builder.Configuration["AzureWebJobsStorage:tableServiceUri"].Should().Be("https://env.example/");
    }

    public void Dispose() => Directory.Delete(checkout, recursive: true);

    private (LocalHostBuilder Builder, string Url) Started(
        string[] arguments, KeyValuePair<string, string?>[] environment, KeyValuePair<string, string?>[] file)
    {
        System.IO.File.WriteAllText(
            Path.Combine(checkout, "local.settings.json"),
            JsonSerializer.Serialize(
                new
                {
                    IsEncrypted = false,
                    Values = file.ToDictionary(
                    one => one.Key.Replace(":", "__", StringComparison.Ordinal), one => one.Value)
                }));
        LocalHostBuilder builder = new();
        InsteadOfOurs(builder.Configuration.Sources, environment);
        return (builder, Settings.Read(builder, Options.Parse(arguments), checkout).Url);
    }

    /// <summary>In the very place of the test's own environment, which is left out with all its variables.</summary>
    private static void InsteadOfOurs(IList<IConfigurationSource> sources, KeyValuePair<string, string?>[] environment)
    {
        int[] places = [.. Enumerable.Range(0, sources.Count).Where(place => sources[place] is EnvironmentVariablesConfigurationSource)];
        foreach (int place in places)
        {
            bool isWhole = sources[place] is EnvironmentVariablesConfigurationSource { Prefix: null or "" };
            sources[place] = new MemoryConfigurationSource { InitialData = isWhole ? environment : [] };
        }
    }

    private static KeyValuePair<string, string?>[] Environment(string name, string? value) => value is null ? [] : [new(name, value)];

    /// <summary>Whatever else is set of the mail server has a meaning with a host alone.</summary>
    private static KeyValuePair<string, string?>[] File(string name, string? value) =>
    [
        .. name != "Smtp:Host" && name.StartsWith("Smtp:", StringComparison.Ordinal) ? Environment("Smtp:Host", "mail.example") : [],
        .. Environment(name, value),
    ];

    /// <summary>As the one who asks for it takes it.</summary>
    private static string? Effective(string name, IConfiguration settings, string url) => name switch
    {
        "Smtp:Host" => SmtpSettings.Read(settings)?.Host,
        "Smtp:Port" => $"{SmtpSettings.Read(settings)!.Port}",
        "Smtp:User" => SmtpSettings.Read(settings)!.User,
        "Smtp:Password" => SmtpSettings.Read(settings)!.Password,
        "Smtp:Security" => $"{SmtpSettings.Read(settings)!.Security}",
        "Mail:From" => MailSettings.Read(settings).From.Address,
        "Mail:ReplyTo" => MailSettings.Read(settings).ReplyTo?.Address,
        "Mail:Domain" => MailSettings.Read(settings).Domain,
        "Board:Url" => MailSettings.Read(settings).BoardUrl,
        "LocalHost:Url" => url,
        _ => settings[name],
    };
}
