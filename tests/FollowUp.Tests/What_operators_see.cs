using System.Text.Json.Nodes;
using Azure.Monitor.OpenTelemetry.Exporter;
using FollowUp.Answers;
using FollowUp.Feeds;
using FollowUp.Tests.Rig;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FollowUp.Tests;

/// <summary>
/// Telemetry goes where a setting says, tells of functions and letters by their ids, and says nothing that people wrote. Tests
/// <see cref="Telemetry"/>, <see cref="Metrics"/> and <see cref="FollowUp.Http.FeedAddresses"/>.
/// </summary>
public sealed class What_operators_see
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    private const string Monitor = "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=http://127.0.0.1:9/";

    private static readonly string Link = AnswerToken.Sign(
        new(Papers.Agreement, Papers.Item, AnswerAction.Progress, "law", 0, 1, Instant.FromUtc(2020, 5, 11, 2, 0),
        Instant.FromUtc(2020, 7, 1, 0, 0)),
        new(LinkKey.Parse(Town.KeyOf(1))!, null));

    private static readonly string Feed = FeedToken.Sign(FeedScope.OfPerson("law", 1), new(LinkKey.Parse(Town.KeyOf(1))!, null));

    [Fact]
    public void is_nothing_where_no_setting_says_where_to()
    {
        ServiceCollection services = [];
        _ = services.AddFollowUpTelemetry(Settings());

        services.Should().BeEmpty();
    }

    [Theory]
    [InlineData(Telemetry.CollectorSetting, "http://127.0.0.1:9")]
    [InlineData(Telemetry.MonitorSetting, Monitor)]
    public void is_traced_and_logged_where_a_setting_says_where_to(string setting, string value)
    {
        IConfiguration settings = Settings((setting, value), (Telemetry.MonitorIdentitySetting, "ClientId=one;Authorization=AAD"));
        ServiceCollection services = [];
        _ = services.AddSingleton(settings).AddFollowUpTelemetry(settings);

        services.Should().Contain(service => service.ServiceType == typeof(TracerProvider))
            .And.Contain(service => service.ServiceType == typeof(LoggerProvider))
            .And.Contain(service => service.ServiceType == typeof(MeterProvider));
    }

    /// <summary>A burst of letters must not hide the sweep, whose silence is an alarm.</summary>
    [Fact]
    public void is_every_trace_where_it_goes_to_Azure()
    {
        IConfiguration settings = Settings((Telemetry.MonitorSetting, Monitor));
        ServiceCollection added = [];
        using ServiceProvider services = added.AddSingleton(settings).AddFollowUpTelemetry(settings).BuildServiceProvider();

        AzureMonitorExporterOptions options = services.GetRequiredService<IOptionsMonitor<AzureMonitorExporterOptions>>().CurrentValue;

        options.TracesPerSecond.Should().BeNull();
        options.SamplingRatio.Should().Be(1);
    }

    [Theory]
    [InlineData("Authorization=Key")]
    [InlineData("ClientId=one")]
    [InlineData("Authorization=AAD;Colour=red")]
    [InlineData("AAD")]
    [InlineData("Authorization=AAD;ClientId=")]
    public void is_refused_for_an_identity_that_cannot_be_followed(string identity)
    {
        IConfiguration settings = Settings((Telemetry.MonitorSetting, Monitor), (Telemetry.MonitorIdentitySetting, identity));
        Action add = () => new ServiceCollection().AddFollowUpTelemetry(settings);

        add.Should().Throw<InvalidOperationException>().WithMessage($"{Telemetry.MonitorIdentitySetting}*");
    }

    [Fact]
    public async Task arrives_at_a_collector_and_has_no_address_and_no_text_in_it()
    {
        await using Collector collector = await Collector.Start();
        (string, string)[] settings =
        [
            (Telemetry.CollectorSetting, collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("Links:Key", Town.KeyOf(1)),
        ];
        await using (WatchedApp app = await WatchedApp.Start(settings))
        {
            await LifeWithWords(app);
            app.Flush();
        }

        string spans = collector.Texts("traces"), logs = collector.Texts("logs"), metrics = collector.Texts("metrics");
        spans.Should()
            .ContainAll("function ReportProgress", "function GiveAnswer", "function GatherLetters", "Microsoft.Azure.Functions.Worker");
        collector.All("traces").AsSpan().IndexOf(Convert.FromHexString(Trace)).Should().BePositive("it is the caller's trace");
        logs.Should().Contain("The letter of {Slot} to {Recipient} went out");
        metrics.Should().ContainAll(
            "followup.notice.lateness", "followup.letters", "sent", "followup.commits", "done", "followup.sweep.missed",
            "followup.sweep.ended");
        foreach (string personal in new[] { "nia.example", "office", "handwritten", "Revise the", "by=law", Link[..40], Link[^43..],
            Feed[..40], Feed[^43..], Town.KeyOf(1) })
        {
            spans.Should().NotContain(personal);
            logs.Should().NotContain(personal);
            metrics.Should().NotContain(personal);
        }
    }

    /// <summary>Also where an operator wants to see everything.</summary>
    [Fact]
    public async Task has_no_link_of_a_letter_in_it_however_much_is_logged()
    {
        await using Collector collector = await Collector.Start();
        await using (WatchedApp app = await WatchedApp.Start(
            (Telemetry.CollectorSetting, collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("Links:Key", Town.KeyOf(1)),
            ("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft", "Trace")))
        {
            await LifeWithWords(app);
            app.Flush();
        }

        string all = collector.Texts("traces") + collector.Texts("logs");
        all.Should().Contain("/api/answers").And.Contain("/api/feeds/-")
            .And.NotContainAny(Link[..40], Link[^43..], Feed[..40], Feed[^43..], Town.KeyOf(1));
    }

    [Theory]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics", false)]
    [InlineData("Azure.Core", false)]
    [InlineData("Function.Sweep", false)]
    [InlineData("FollowUp.Following.SendLetter", true)]
    public void says_nothing_of_each_request_in_the_worker_s_log(string category, bool isSaid)
    {
        Worker().CreateLogger(category).IsEnabled(LogLevel.Information).Should().Be(isSaid);
        Worker().CreateLogger(category).IsEnabled(LogLevel.Warning).Should().BeTrue();
        Worker(("Logging:LogLevel:" + category, "Information")).CreateLogger(category).IsEnabled(LogLevel.Information)
            .Should().BeTrue("settings have the last word");
    }

    private static async Task LifeWithWords(WatchedApp app)
    {
        (await app.Call("POST", "/api/registers", new JsonObject { ["people"] = Papers.People }, Trace)).Should().Be(200);
        (await app.Call("POST", "/api/agreements", Papers.AgreementOf(Papers.Agreement, Papers.ItemOf()), Trace)).Should().Be(201);
        JsonObject word = new() { ["by"] = "law", ["text"] = "A handwritten word" };
        (await app.Call("POST", $"{Town.PathOf(Papers.Item)}/progress", word, Trace)).Should().Be(200);
        JsonObject wrong = new() { ["by"] = "law", ["handwritten"] = 1 };
        (await app.Call("POST", $"{Town.PathOf(Papers.Item)}/progress?by=law", wrong, Trace)).Should().Be(422);
        (await app.Call("POST", "/api/answers", new JsonObject { ["text"] = "A handwritten word" }, Trace, Link)).Should().Be(200);
        (await app.Call("POST", "/api/answers", new JsonObject { ["handwritten"] = 1 }, Trace, $"{Link}A")).Should().Be(404);
        (await app.Call("POST", "/api/people/law/feed", null, Trace)).Should().Be(200);
        (await app.Call("GET", $"/api/feeds/{Feed}.ics", null, Trace)).Should().Be(200);
        (await app.Call("GET", $"/api/feeds/{Feed}.ics?since=2020", null, Trace)).Should().Be(422);
        (await app.Call("PUT", $"/api/feeds/{Feed}.ics/more", null, Trace)).Should().Be(404);
        await app.Live(TimeSpan.FromDays(1));
    }

    private static ILoggerFactory Worker(params (string Name, string Value)[] settings)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder([]);
        _ = builder.Configuration.AddConfiguration(Settings(settings));
        _ = builder.Logging.AddQuietDefaults();
        return builder.Build().Services.GetRequiredService<ILoggerFactory>();
    }

    private static IConfigurationRoot Settings(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
            .Build();
}
