using Azure.Data.Tables;
using FollowUp.Start;
using FollowUp.Storage;
using FollowUp.Tables;
using FollowUp.Tests.Rig;
using FollowUp.Tests.Start.Rig;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console;

namespace FollowUp.Tests.Start;

/// <summary>
/// <c>./start move</c>: which two stores it takes, and what it says. Tests <see cref="MoveCommand"/> and <see cref="MoveEnd"/>.
/// </summary>
public sealed class A_move_by_command : IDisposable
{
    private const string Account = "FOLLOWUP_TEST_ACCOUNT";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("followup-moves-");
    private readonly StringWriter said = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Carries_the_folder_to_the_account_that_a_setting_names_and_back()
    {
        string here = MakeStore("here"), back = Path.Combine(folder.FullName, "back");
        Environment.SetEnvironmentVariable(Account, await SharedAzurite.NewAccount());

        (await Run("move", "--data", here, "--to", Account)).Should().Be(0);
        (await Run("move", "--data", back, "--from", Account)).Should().Be(0);

        string[] lines = said.ToString().Split('\n');
        lines[0].Should().StartWith($"From {here} to http://127.0.0.1:").And.NotContain("Key");
        lines.Should().Contain("0 agreements with 0 items, 1 rows, 0 files.")
            .And.Contain(line => line.StartsWith($"Carry along: the key of the links in letters ({Path.Combine(here, "links.key")}"))
            .And.Contain(line => line.StartsWith($"Nothing can be written into {here} any more. Start FollowUp over http://127.0.0.1:"));
        (await Refused("move", "--data", here, "--to", Account)).Should().StartWith($"What {here} had was moved to http://127.0.0.1:");
        using StartedProgram left = StartedProgram.Start(["--data", here, "--port", StartedProgram.FreePort(), "--store", "sqlite"]);
        (await left.Ends()).Should().Be(2, left.All);
        left.All.ReplaceLineEndings(" ").Should().Contain("What this store had was moved to").And.Contain("start FollowUp");
        File.Exists(Path.Combine(back, "followup.db")).Should().BeTrue();
    }

    [Fact]
    public async Task Is_refused_where_an_end_is_none()
    {
        string empty = folder.CreateSubdirectory("empty").FullName, here = MakeStore("there");
        (await Refused("move", "--data", empty, "--to", Account)).Should()
            .Be($"There is no store in {empty}; --data names the folder that has one.");
        string key = await Refused("move", "--data", here, "--to", "AccountName=a;AccountKey=c2VjcmV0");
        key.Should().StartWith("--to takes no connection string, whose key would stay in the shell's history").And.NotContain("c2VjcmV0");
        (await Refused("move", "--data", here, "--to", "nowhere")).Should().EndWith("there is no setting nowhere.");
        Environment.SetEnvironmentVariable($"{Account}_2", "c2VjcmV0");
        (await Refused("move", "--data", here, "--to", $"{Account}_2")).Should()
            .Be($"--to names {Account}_2, which holds no connection string and no address of a storage account.");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<string> Refused(params string[] line) =>
        (await Assert.ThrowsAsync<FollowUp.Start.UsageException>(() => Run(line))).Message;

    private Task<int> Run(params string[] line)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(said) });
        console.Profile.Width = 100_000;
        return MoveCommand.Run(Options.Parse(line), console, new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddMinutes(10)), Cancel);
    }

    private string MakeStore(string name)
    {
        string data = folder.CreateSubdirectory(name).FullName;
        using SqliteTables file = new(Path.Combine(data, "followup.db"), TimeProvider.System);
        IConfiguration settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new(TableClients.ConnectionSetting, SqliteTables.ConnectionString)]).Build();
        TableClients tables = new(settings, file);
        tables.Create(Cancel).GetAwaiter().GetResult();
        TableEntity calendar = new("register", "CN") { ["Current"] = true };
        _ = tables.Calendars.AddEntityAsync(calendar, Cancel).GetAwaiter().GetResult();
        return data;
    }
}
