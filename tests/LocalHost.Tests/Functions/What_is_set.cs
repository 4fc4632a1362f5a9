using Azure.Data.Tables;
using FollowUp.LocalHost.Hosting;
using FollowUp.LocalHost.Tests.Rig;
using Microsoft.Extensions.Configuration;

namespace FollowUp.LocalHost.Tests.Functions;

public sealed class What_is_set : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("local-settings-").FullName;

    [Fact]
    public void in_a_folder_counts_more_than_in_one_that_was_added_before_and_less_than_anything_else()
    {
        ConfigurationManager settings = new();
        settings.AddInMemoryCollection([new("Above", "all")]);
        settings.AddLocalSettings(With("program", """{ "Values": { "Above": "1", "A__B": "1", "Only": "1" } }"""));
        settings.AddLocalSettings(With("chosen", """{ "Values": { "Above": "2", "A__B": "2" } }"""));

        (settings["Above"], settings["A:B"], settings["Only"]).Should().Be(("all", "2", "1"));
    }

    [Theory]
    [InlineData(null, "http://127.0.0.1:7102")]
    [InlineData("http://127.0.0.1:7103", "http://127.0.0.1:7103")]
    public void about_the_address_in_the_content_root_holds_unless_another_is_chosen(string? chosen, string expected)
    {
        LocalHostBuilder builder = new("--LocalHost:Url=http://127.0.0.1:7101");
        builder.Configuration.Sources.Clear();
        string url = "";
        builder.Use(host =>
        {
            host.ContentRoot = With("chosen", """{ "Values": { "LocalHost:Url": "http://127.0.0.1:7102" } }""");
            host.Url = chosen ?? host.Url;
        });
        builder.Use(host => url = host.Url);

        url.Should().Be(expected);
    }

    [Fact]
    public void about_the_hub_is_a_connection_string_or_an_address_for_this_programs_identity()
    {
        HubAt(("AzureWebJobsStorage:tableServiceUri", "https://tables.example/")).Uri.Should().Be("https://tables.example/Hub");
        HubAt(("AzureWebJobsStorage:tableServiceUri", "https://tables.example/"), ("AzureWebJobsStorage", Storage.ConnectionString))
            .Uri.Host.Should().Be("127.0.0.1");
        FluentActions.Invoking(() => HubAt(("AzureWebJobsStorage", "")))
            .Should().Throw<InvalidOperationException>().WithMessage("*AzureWebJobsStorage*");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static TableClient HubAt(params (string Name, string Value)[] settings) => LocalApplication.TableOf(
        "Hub",
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
            .Build(),
        new LocalHostOptions());

    private string With(string name, string text)
    {
        string path = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        File.WriteAllText(Path.Combine(path, "local.settings.json"), text);
        return path;
    }
}
