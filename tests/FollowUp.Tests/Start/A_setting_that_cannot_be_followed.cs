using System.Net;
using System.Net.Sockets;
using FollowUp.LocalHost.Hosting;
using FollowUp.Start;
using FollowUp.Tables;
using Microsoft.Extensions.Configuration;

namespace FollowUp.Tests.Start;

/// <summary>
/// Named, with its file and line where it has one, and without what may be a secret in it. Tests <see cref="SettingChecks"/>,
/// <see cref="SettingNames"/> and <see cref="TelemetryChecks"/>.
/// </summary>
public sealed class A_setting_that_cannot_be_followed : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("followup-unfollowed-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Files => new()
    {
        { "", "cannot be read: it is empty." },
        { "{ \"Values\": {", "cannot be read: at line 1, column 14, it breaks off: a bracket or a quote is not closed." },
        { "{\n  \"Values\": {\n    \"é\": \"1\"\n    \"Smtp__Port\": \"587\"\n  }\n}",
            "cannot be read: at line 4, column 5, it is no JSON: a quote, a comma or a bracket is missing before, or one too many." },
        { "{\n  \"Values\": { 'Smtp__Host': 'x' }\n}",
            "cannot be read: at line 2, column 15, it is no JSON: a quote, a comma or a bracket is missing before, or one too many." },
        { "null", "is no JSON object: it must begin with a brace." },
        { "[]", "cannot be followed: it must be an object with its settings in \"Values\"." },
        { "{ \"Values\": [] }", "cannot be followed: \"Values\" must be an object of settings." },
        { "{ \"Smtp__Host\": \"x\" }", "cannot be followed: Smtp__Host stands outside of \"Values\", where no setting counts." },
        { "{ \"Values\": { \"Smtp\": { \"Host\": \"x\" } } }",
            "cannot be followed: Smtp must be text; parts of a name are joined by two underscores, like Smtp__Host." },
        { "{ \"Values\": { \"Smtp__Port\": \"25\", \"Smtp__Port\": \"587\" } }",
            "cannot be followed: it says Smtp__Port twice. Leave one of them." },
        { "{ \"Values\": { \"Smtp__Port\": \"25\", \"smtp:port\": \"25\" } }",
            "cannot be followed: it says smtp:port twice, once as Smtp__Port. Leave one of them." },
        { "{ \"Values\": { \"a\": \"\\ud800\" } }", "cannot be read: a text in it holds half a character (a lone \\ud800 to \\udfff)." },
        { "{ \"Values\": { \"a\": \"1\" }, \"Values\": {} }",
            "cannot be followed: it has \"Values\" twice. Put all settings into one of them." },
        {
            "{ \"IsEncrypted\": true, \"Values\": { \"a\": \"c2VjcmV0\" } }",
            "cannot be followed: its values are encrypted, which Core Tools alone can read. Call \"func settings decrypt\" beside it, or "
                + "write them anew with \"IsEncrypted\": false."
        },
    };

    /// <summary>Passed over in silence, a key for reading would write, and letters would go to a folder.</summary>
    [Theory]
    [InlineData("Access:Keys:desk:Roles", "There is no setting Access:Keys:desk:Roles; nearest is Access:Keys:desk:Role.")]
    [InlineData("Access:Keys", "The setting Access:Keys names no program: set Access:Keys:NAME, where NAME is what the journal calls it.")]
    [InlineData("Access:Coordinator", "There is no setting Access:Coordinator; nearest is Access:Coordinators.")]
    [InlineData("Acces:Coordinators", "There is no setting Acces:Coordinators; nearest is Access:Coordinators.")]
    [InlineData("Webhooks:AllowedOrigin", "There is no setting Webhooks:AllowedOrigin; nearest is Webhooks:AllowedOrigins.")]
    [InlineData("Oidc:Autority", "There is no setting Oidc:Autority; nearest is Oidc:Authority.")]
    [InlineData("Oidc:ClientId", "The setting Oidc:ClientId counts for nothing without Oidc:Authority. Set that too, or leave both out.")]
    [InlineData("Smtp:Hosts", "There is no setting Smtp:Hosts; nearest is Smtp:Host.")]
    [InlineData("Smtp:Port", "The setting Smtp:Port counts for nothing without Smtp:Host. Set that too, or leave both out.")]
    [InlineData("Letters:Somewhere", "There is no setting Letters:Somewhere; there are Letters:Folder.")]
    [InlineData("Kestrel:Endpoints:X:Url",
        "The setting Kestrel:Endpoints is not followed: --listen, --port or LocalHost:Url say where FollowUp listens. Leave it out.")]
    [InlineData("Alarms:PingUrls", "There is no setting Alarms:PingUrls; there are Alarms:PingUrl.")]
    [InlineData("MAIL", null)]
    [InlineData("EMAIL:Server", null)]
    [InlineData("Access:Keys:desk", null)]
    public void Is_not_passed_over(string setting, string? fault)
    {
        IConfiguration settings = new ConfigurationBuilder().AddInMemoryCollection([new(setting, "x")]).Build();

        SettingNames.Fault(settings).Should().Be(fault);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Is_named_with_its_file(string text, string says)
    {
        string file = Path.Combine(folder, "local.settings.json");
        File.WriteAllText(file, text);

        Assert.Throws<SettingException>(() => new LocalHostBuilder().Use(host => host.ContentRoot = folder)).Message
            .Should().Be($"{file} {says}");
    }

    [Fact]
    public void Is_read_as_people_write_it()
    {
        File.WriteAllText(Path.Combine(folder, "local.settings.json"),
            "\uFEFF{ // ours\n \"IsEncrypted\": false, \"Values\": { \"Smtp__Port\": 25, \"Smtp__Host\": \"mail.example\", }, }");

        new LocalHostBuilder().Use(host => host.ContentRoot = folder).Configuration["Smtp:Port"].Should().Be("25");
    }

    [Theory]
    [InlineData("{ \"extensions\": ", "cannot be read: at line 1, column 17, it breaks off")]
    [InlineData("{ \"extensions\": { \"durableTask\": { \"maxConcurrentActivityFunctions\": \"many\" } } }",
        "maxConcurrentActivityFunctions in host.json must be a whole number above 0, not 'many'.")]
    [InlineData("{ \"extensions\": { \"durableTask\": { \"hubName\": \"x\" } } }", "Hub name 'x' cannot name a table")]
    [InlineData("{ \"a\": 1, \"A\": 2 }", "A duplicate key")]
    public void Is_named_in_the_file_of_the_host(string text, string says)
    {
        File.WriteAllText(Path.Combine(folder, "host.json"), text);
        LocalHostBuilder builder =
            new LocalHostBuilder().Use(host => (host.ContentRoot, host.Functions) = (folder, typeof(FollowUpServices).Assembly));

        Assert.Throws<SettingException>(builder.Build).Message.Should().Contain(says);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("https://127.0.0.1:7071")]
    [InlineData("http://127.0.0.1:7071/followup")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://unix:/run/followup.sock")]
    [InlineData("http://127.0.0.1:7071;nonsense")]
    public void Is_named_where_it_is_the_address(string set) =>
        Assert.Throws<UsageException>(() => Listening.Resolve(null, null, set)).Message
            .Should().Be($"The setting LocalHost:Url must be an address like http://127.0.0.1:7071, http and without a path, not {set}.");

    [Theory]
    [InlineData("AzureWebJobsStorage", "c2VjcmV0")]
    [InlineData("AzureWebJobsStorage", "AccountName=a;AccountKey")]
    [InlineData("AzureWebJobsStorage", "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=c2VjcmV0!")]
    [InlineData("FOLLOWUP_TABLES_URI", "c2VjcmV0")]
    public void Is_named_without_what_opens_the_tables(string setting, string value) =>
        Assert.Throws<UsageException>(() => SettingChecks.Demand(Of((setting, value)), setting)).Message
            .Should().StartWith($"The setting {setting} ").And.NotContain("c2VjcmV0");

    [Theory]
    [InlineData("Webhooks:AllowedOrigins", "https://hooks.intranet, intranet",
        "The setting Webhooks:AllowedOrigins must be origins with commas between, like https://hooks.intranet:8443, not intranet.")]
    [InlineData("Smtp:Port", "abc", "The setting Smtp:Port must be a number from 1 to 65535, not abc.")]
    [InlineData("Smtp:Port", "0", "The setting Smtp:Port must be a number from 1 to 65535, not 0.")]
    [InlineData("Smtp:Host", "mail.example:587",
        "The setting Smtp:Host must be the name or address of a mail server alone, like mail.office.example, not mail.example:587; its "
            + "port is Smtp:Port.")]
    [InlineData("Smtp:Host", "smtp://mail.example",
        "The setting Smtp:Host must be the name or address of a mail server alone, like mail.office.example, not smtp://mail.example; its "
            + "port is Smtp:Port.")]
    [InlineData("Smtp:Host", "mail example",
        "The setting Smtp:Host must be the name or address of a mail server alone, like mail.office.example, not mail example; its port is "
            + "Smtp:Port.")]
    [InlineData("Smtp:Security", "TLS",
        "The setting Smtp:Security must be one of None, Auto, SslOnConnect, StartTls, StartTlsWhenAvailable, not TLS.")]
    [InlineData("Mail:From", "office@@", "No letter can be written: Mail:From is not a mail address like FollowUp <followup@nia.example>.")]
    [InlineData("Mail:ReplyTo", "the office",
        "No letter can be written: Mail:ReplyTo is not one mail address that people can answer to, "
            + "like Coordination <coordination@nia.example>.")]
    [InlineData("Mail:Domain", "no domain", "No letter can be written: Mail:Domain is not a domain like nia.example.")]
    public void Is_named_where_it_is_the_mail(string setting, string value, string says) =>
        Assert.Throws<UsageException>(
            () => SettingChecks.Demand(Of([.. setting == "Smtp:Host" ? [] : new[] { ("Smtp:Host", "mail.example") }, (setting, value)]),
                tables: null)).Message.Should().Be(says);

    [Theory]
    [InlineData("mail.example")]
    [InlineData("localhost")]
    [InlineData("192.0.2.25")]
    [InlineData("2001:db8::25")]
    [InlineData("почта.example")]
    [InlineData("mail_1")]
    public void Is_none_where_a_mail_server_may_be(string host) => SettingChecks.Demand(Of(("Smtp:Host", host)), tables: null);

    [Theory]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "c2VjcmV0",
        "is no connection string: it must be like InstrumentationKey=…;IngestionEndpoint=https://….")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "InstrumentationKey=c2VjcmV0;IngestionEndpoint=here",
        "is no connection string: it must be like InstrumentationKey=…;IngestionEndpoint=https://….")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "here", "must be an address like http://127.0.0.1:4317, not here.")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "udp", "must be grpc or http/protobuf, not udp.")]
    public void Is_named_where_it_is_the_telemetry(string setting, string value, string says)
    {
        Assert.Throws<UsageException>(() => SettingChecks.Demand(Of((setting, value)), tables: null)).Message
            .Should().Be($"The setting {setting} {says}");
        SettingChecks.Demand(
            Of(
                ("APPLICATIONINSIGHTS_CONNECTION_STRING",
                    "InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=https://in.example/"),
                ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4317"),
                ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")),
            tables: null);
    }

    [Fact]
    public void Says_where_the_tables_are_without_their_key() =>
        SettingChecks.Place(
            Of(("AzureWebJobsStorage",
                "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=c2VjcmV0;TableEndpoint=http://10.0.0.1:1/a;")),
                "AzureWebJobsStorage")
            .Should().Be("http://10.0.0.1:1");

    [Fact]
    public async Task Is_a_port_that_somebody_has()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;

        (await Refused($"http://127.0.0.1:{port}"))
            .Should().Be($"Port {port} is taken by another program; end that one, or name another port with --port.");
        (await Refused("http://192.0.2.1:7071"))
            .Should().Be("192.0.2.1 is no address of this machine; --listen takes one that is, or 0.0.0.0 for all.");
        (await Refused("http://nobody.invalid:7071")).Should().StartWith("Nobody here knows nobody.invalid;");
    }

    /// <summary>Two would end it under each other.</summary>
    [Fact]
    public async Task Is_a_folder_in_which_another_start_keeps_its_tables()
    {
        using Azurite first = await Azurite.StartIn(folder, isOwn: true, Cancel);

        (await Assert.ThrowsAsync<StoreFileException>(() => Azurite.StartIn(folder, isOwn: true, Cancel))).Message
            .Should().Be($"{folder} is in use by another FollowUp. End that one, or name another folder with --data.");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<string> Refused(string url) =>
        (await Assert.ThrowsAsync<UsageException>(() => Ports.EnsureFree(new(url), Cancel))).Message;

    private static IConfiguration Of(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value))).Build();
}
