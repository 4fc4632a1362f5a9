using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using FollowUp.Start;
using FollowUp.Tests.Delivery.Rig;
using FollowUp.Tests.Start.Rig;

namespace FollowUp.Tests.Start;

/// <summary>
/// What is set in the environment of <c>./start</c> happens; of a demo, nothing.
/// Tests <see cref="Settings"/> and <see cref="ServeCommand"/>.
/// </summary>
public sealed class A_program_that_is_told_where : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("followup-told-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sends_its_letters_through_the_mail_server()
    {
        await using MailServer mail = new();
        string[] arguments =
        [
            "--store", "sqlite", "--data", data, "--port", StartedProgram.FreePort(), "--clock", "2019-11-21T09:00:50+08:00",
            "--register", Root.Sample,
        ];
        using StartedProgram program = StartedProgram.Start(arguments,
            ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", $"{mail.Port}"), ("Smtp__Security", "None"),
            ("Mail__From", "office@ministry.example"), ("Board__Url", "https://ministry.example/board/"));
        _ = await program.Serves();

        string letter = await First(mail);
        letter.Should().Contain("From: office@ministry.example").And.Contain("@ministry.example>");
        letter.Replace("=\n", "", StringComparison.Ordinal).Should().Contain("https://ministry.example/board/").And.NotContain("localhost");
        string.Concat(program.Said).Should().Contain("letters by mail through 127.0.0.1");
        Directory.Exists(Path.Combine(data, "letters")).Should().BeFalse();
    }

    [Fact]
    public async Task Keeps_its_tables_there_and_starts_no_Azurite()
    {
        using Azurite azurite = await Azurite.StartInMemory(Cancel);
        using StartedProgram program =
            StartedProgram.Start(["--data", data, "--port", StartedProgram.FreePort()], ("AzureWebJobsStorage", azurite.ConnectionString));
        using HttpClient http = new() { BaseAddress = new(await program.Serves()) };

        string.Concat(program.Said).Should().StartWith("The tables are where AzureWebJobsStorage says, and no Azurite is started");
        new TableServiceClient(azurite.ConnectionString).Query(cancellationToken: Cancel).Select(table => table.Name)
            .Should().Contain(["Agreements", "Postbag", "FollowUpHub"]);
        Directory.Exists(Path.Combine(data, "tables")).Should().BeFalse();
        (await http.GetFromJsonAsync<JsonNode>("/api/agreements", Cancel))!["agreements"]!.AsArray()
            .Should().BeEmpty("nobody's own store is given a sample");
    }

    [Fact]
    public async Task Listens_there_and_says_so()
    {
        string port = StartedProgram.FreePort();
        using StartedProgram program =
            StartedProgram.Start(["--store", "sqlite", "--data", data, "--no-sample"], ("LocalHost__Url", $"http://0.0.0.0:{port}"),
                ("Access__Coordinators", "office@nia.example"));
        string board = await program.Serves();

        board.Should().Be($"http://localhost:{port}/board/");
        using HttpClient http = new();
        (await http.GetStringAsync(board, Cancel)).Should().Contain("<html");
    }

    [Fact]
    public async Task Goes_on_with_the_file_that_is_there()
    {
        string port = StartedProgram.FreePort();
        await KeepInAFile(port);

        string[] told = await Begun(port);

        told.Should().StartWith([$"The tables go on in {Path.Combine(data, "followup.db")}."]);
        Directory.Exists(Path.Combine(data, "tables")).Should().BeFalse();
    }

    [Fact]
    public async Task Tells_of_a_file_that_it_does_not_take()
    {
        string port = StartedProgram.FreePort();
        await KeepInAFile(port);
        _ = Directory.CreateDirectory(Path.Combine(data, "tables"));

        string[] told = await Begun(port);

        string.Concat(told).Should().StartWith("There are other tables in ").And.Contain("--store sqlite goes on with them.");
    }

    [Fact]
    public async Task Sends_the_sample_to_nobody_by_mail()
    {
        await using MailServer mail = new();
        string port = StartedProgram.FreePort();
        using StartedProgram program = StartedProgram.Start(["--store", "sqlite", "--data", data, "--port", port],
            ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", $"{mail.Port}"), ("Smtp__Security", "None"));

        string board = await program.Serves();

        using HttpClient http = new() { BaseAddress = new(board) };
        (await http.GetStringAsync("/api/people", Cancel)).Should().Be("""{"people":[]}""");
    }

    private async Task KeepInAFile(string port)
    {
        using StartedProgram inAFile = StartedProgram.Start(["--data", data, "--port", port, "--no-sample", "--store", "sqlite"]);
        _ = await inAFile.Serves();
    }

    private async Task<string[]> Begun(string port)
    {
        using StartedProgram program =
            StartedProgram.Start(["--data", data, "--port", port, "--no-sample"], ("AzureWebJobsStorage", ""), ("FOLLOWUP_TABLES_URI", ""));
        _ = await program.Serves();
        return [.. program.Said];
    }

    [Fact]
    public async Task Rehearses_for_itself_alone()
    {
        await using MailServer mail = new();
        using Azurite office = await Azurite.StartInMemory(Cancel);
        string[] arguments = ["--demo", "--store", "sqlite", "--until", "2019-11-22T00:00:00+08:00", "--data", data];
        using StartedProgram program = StartedProgram.Start(arguments,
            ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", $"{mail.Port}"), ("Smtp__Security", "None"),
            ("Letters__Folder", Path.Combine(data, "office")),
            ("AzureWebJobsStorage", office.ConnectionString), ("FOLLOWUP_TABLES_URI", "https://office.example/"),
            ("AzureFunctionsJobHost__extensions__http__routePrefix", "office"));

        (await program.Ends()).Should().Be(0, program.All);
        Directory.GetFiles(Path.Combine(data, "letters"), "*.eml").Should().NotBeEmpty();
        Directory.Exists(Path.Combine(data, "office")).Should().BeFalse();
        mail.Commands.Should().BeEmpty();
        new TableServiceClient(office.ConnectionString).Query(cancellationToken: Cancel).Should().BeEmpty();
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private static async Task<string> First(MailServer mail)
    {
        using PeriodicTimer look = new(TimeSpan.FromMilliseconds(100));
        while (mail.Taken.Count == 0)
        {
            _ = await look.WaitForNextTickAsync(Cancel);
        }

        return mail.Taken[0];
    }
}
