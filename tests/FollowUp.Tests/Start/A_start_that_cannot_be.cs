using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUp.Start;
using FollowUp.Tests.Start.Rig;

namespace FollowUp.Tests.Start;

/// <summary>
/// The program itself, at a place where it cannot begin, or cannot go on: one sentence, its exit code, and nothing left behind. Tests
/// <see cref="ProblemText"/>, <see cref="AccessChecks"/> and <see cref="Ports"/>.
/// </summary>
public sealed class A_start_that_cannot_be : IDisposable
{
    private const int Page = 4096;

    private readonly string data = Directory.CreateTempSubdirectory("followup-'cannot' é-").FullName;

    private string Store => Path.Combine(data, "followup.db");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_told_what_is_in_its_way()
    {
        string port = StartedProgram.FreePort();
        using StartedProgram first = StartedProgram.Start(["--store=sqlite", $"--data={data}", $"--port={port}", "--no-sample"]);
        _ = await first.Serves();

        await Refused(
            $"Port {port} is taken by a FollowUp that runs already (http://localhost:{port}/board/); end that one, or name another port "
                + $"with --port.", "--store", "sqlite", "--data", data + "-2", "--port", port);
        Directory.Exists(data + "-2").Should().BeFalse("nothing is begun before the port is had");
        await Refused($"{Store} is in use by another process. End that one, or name another folder with --data.", "--store", "sqlite",
            "--data", data, "--port", StartedProgram.FreePort());
        string linked = Directory.CreateDirectory(data + "-linked").FullName;
        _ = File.CreateSymbolicLink(Path.Combine(linked, "followup.db"), Store);
        await Refused($"{Path.Combine(linked, "followup.db")} is in use by another process under another name, by a link. End that one, or "
            + "copy the file instead of linking it.", "--store", "sqlite", "--data", linked, "--port", StartedProgram.FreePort());
        (await first.Interrupt()).Should().Be(0);
        first.Said[^1].Should().BeEmpty();

        await Refused("--potr is no option of ./start; the nearest is --port, and ./start --help lists them.", "--potr", port);
    }

    [Fact]
    public async Task Names_each_fault_of_a_register()
    {
        string register = Path.Combine(data, "register.json");
        await File.WriteAllTextAsync(register, """{ "people": [ { "id": "law", "name": "Law" } ] }""", Cancel);
        string[] arguments = ["--store", "sqlite", "--data", data, "--port", StartedProgram.FreePort(), "--register", register];

        using StartedProgram refused = StartedProgram.Start(arguments);
        (await refused.Ends()).Should().Be(2);
        refused.Said.Should().Contain($"{register} was refused, and nothing of it was stored; mend it and start again: ")
            .And.Contain(line => line.StartsWith("  /people/0/email: ", StringComparison.Ordinal));

        await File.WriteAllTextAsync(register, "{ \"people\":\n [ }", Cancel);
        await Refused(
            $"{register} cannot be read: at line 2, column 4, it is no JSON: a quote, a comma or a bracket is missing before, or one too "
                + $"many.", arguments);
    }

    /// <summary>Damage that is met long after the start is named where people look: in the answer, by the health, and in the log.</summary>
    [Fact]
    public async Task Says_what_ails_it_when_its_store_breaks_under_it()
    {
        string[] arguments = ["--store", "sqlite", "--data", data, "--port", StartedProgram.FreePort()];
        using (StartedProgram before = StartedProgram.Start(arguments))
        {
            _ = await before.Serves();
            (await before.Interrupt()).Should().Be(0, before.All);
        }

        using StartedProgram program = StartedProgram.Start(arguments);
        using HttpClient http = new() { BaseAddress = new(await program.Serves()) };
        Overwrite();
        (HttpStatusCode status, JsonNode problem) = await Get(http, "/api/agreements/2019-11-21-beijing/journal");
        (status, (string?)problem["type"], (string?)problem["detail"])
            .Should().Be(
                (HttpStatusCode.ServiceUnavailable, "/problems/store-broken",
                    "The store's file is damaged; end FollowUp and put back a backup."));
        (await Get(http, "/api/health/ready")).Body["status"]!.GetValue<string>().Should().Contain("the store's file is damaged");
        (await Get(http, "/api/health/live")).Status.Should().Be(HttpStatusCode.OK);

        (await program.Interrupt()).Should().Be(0, program.All);
        program.All.Should().Contain(
            $"crit: FollowUp.Tables.SqliteTables: {Store} is damaged (its pages do not hold together). Put back a backup");
        await Refused(
            $"{Store} is damaged (its pages do not hold together). Put back a backup, or name another folder with --data.", arguments);
    }

    [Fact]
    public async Task Is_reached_by_others_and_says_what_that_means()
    {
        string port = StartedProgram.FreePort();
        using StartedProgram program = StartedProgram.Start(
            [
                "--store",
                "sqlite",
                "--data",
                data,
                "--port",
                port,
                "--listen",
                "*",
                "--board-url",
                "https://followup.office.example",
                "--clock",
                "2019-11-21T09:00:50+08:00",
            ], ("Board__Url", "http://elsewhere.example/"), ("Access__Keys__desk", "0123456789abcdef0123456789abcdef"));
        using HttpClient http = new() { BaseAddress = new(await program.Serves()) };

        program.All.Should().NotContain("Nobody signs in")
            .And.Contain(
                "Letters link to https://followup.office.example/board/, where colleagues must find it; --board-url names another "
                    + "address.");
        string letter = await File.ReadAllTextAsync(await First("*.eml"), Cancel);
        letter.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal)
            .Should().Contain("https://followup.office.example/board/#/agreements/").And.NotContain("localhost");

        using HttpRequestMessage asked = new(HttpMethod.Get, "/board") { Headers = { Host = "followup.office.example" } };
        using HttpResponseMessage board = await http.SendAsync(asked, Cancel);
        board.StatusCode.Should().Be(HttpStatusCode.OK);
        board.Headers.GetValues("Content-Security-Policy").Should().ContainSingle().Which.Should().Contain("connect-src 'self'");
        board.Headers.Contains("Set-Cookie").Should().BeFalse();
        (await board.Content.ReadAsStringAsync(Cancel))
            .Should().NotContain("localhost").And.NotContain("office.example", "the page is the same under every name");
    }

    [Fact]
    public async Task Is_not_open_to_others_before_somebody_says_who_may_come()
    {
        string port = StartedProgram.FreePort();
        string[] arguments = ["--store", "sqlite", "--data", data, "--port", port, "--listen", "0.0.0.0"];
        await Refused(
            $"Other machines would reach port {port}, and nobody has said who may use FollowUp: whoever came could read everything and act "
                + "as anybody. Set Oidc:Authority, Access:Keys:NAME or Access:Coordinators first (README, \"Who may do what\"), or leave "
                + "out --listen.", arguments);
        await Refused(
            "The setting Access:Keys:desk must be a random key of at least 32 characters, like: openssl rand -hex 32.",
            ("Access__Keys__desk", "short"), arguments);
        await Refused(
            "The setting Access:PlatformHeaders is for Azure, where App Service Authentication stands in front; here nobody does, and "
                + "whoever calls could say that they are anybody. Leave it out; Oidc:Authority signs people in here.",
            ("Access__PlatformHeaders", "true"), arguments);
        await Refused(
            "The setting Oidc:Authority must be the https address of an OpenID provider, not http://id.nia.example/.",
            ("Oidc__Authority", "http://id.nia.example/"), arguments);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private static Task Refused(string sentence, params string[] arguments) => Refused(sentence, ("Smtp__Host", ""), arguments);

    private static async Task Refused(string sentence, (string Name, string Value) environment, string[] arguments)
    {
        using StartedProgram refused = StartedProgram.Start(arguments, environment);
        (await refused.Ends()).Should().Be(2);
        refused.Said.Should().Equal(sentence, "");
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> Get(HttpClient http, string path)
    {
        using HttpResponseMessage answer = await http.GetAsync(path, Cancel);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel))!);
    }

    /// <summary>All but the first page, which says what is where.</summary>
    private void Overwrite()
    {
        // From outside: who opens it from .NET meets the lock of the one that has it.
        string rubbish = Path.Combine(data, "rubbish");
        File.WriteAllBytes(rubbish, [.. Enumerable.Range(0, (int)new FileInfo(Store).Length - Page).Select(n => (byte)(n * 31 + 7))]);
        using Process writer = Process.Start("dd", [$"if={rubbish}", $"of={Store}", $"bs={Page}", "seek=1", "conv=notrunc", "status=none"]);
        writer.WaitForExit();
        writer.ExitCode.Should().Be(0);
    }

    private async Task<string> First(string files)
    {
        using PeriodicTimer look = new(TimeSpan.FromMilliseconds(100));
        while (!Directory.EnumerateFiles(Path.Combine(data, "letters"), files).Any())
        {
            _ = await look.WaitForNextTickAsync(Cancel);
        }

        return Directory.EnumerateFiles(Path.Combine(data, "letters"), files).First();
    }
}
