using FollowUp.CommandLine.Commands;
using FollowUp.CommandLine.Tests.Rig;

namespace FollowUp.CommandLine.Tests.Commands;

/// <summary>
/// Tests <see cref="CommandTree"/>, <see cref="CommandHost"/>, <see cref="SuggestCommand"/> and <see cref="CompletionCommand"/>: help,
/// slips, and how commands end.
/// </summary>
public sealed class What_is_asked_for
{
    private readonly Prompt prompt = new();

    [Fact]
    public async Task is_told_by_help()
    {
        Said said = await prompt.Run("--help");

        said.Code.Should().Be(ExitCode.Done);
        said.Out.Should().Contain("followup [command]").And.Contain("Exit codes: 0 done; 1 refused")
            .And.ContainAll("FOLLOWUP_KEY", "FOLLOWUP_SERVER", "list", "act <AGREEMENT/ITEM>", "verify", "mcp", "told")
            .And.NotContain("suggest");
        (await prompt.Run()).Out.Should().Be(said.Out);
    }

    [Fact]
    public async Task of_a_verb_is_told_by_its_own_help() => (await prompt.Run("act", "talks/lists", "extend", "--help"))
        .Out.Should().Contain("--due-on <DAY> (REQUIRED)").And.NotContain("--evidence");

    [Theory]
    [InlineData("lst", "list")]
    [InlineData("act talks/lists sgn", "sign")]
    [InlineData("act talks/lists return", "--reason")]
    [InlineData("act talks/lists complete --evidence word", "document")]
    [InlineData("list --slip green", "yellow")]
    [InlineData("told wang", "--on")]
    [InlineData("show lists", "talks/lists")]
    [InlineData("show talks/lists --server nowhere", "--server")]
    [InlineData("import list.csv", "--into")]
    [InlineData("import list.csv --into talks", "list.csv cannot be read")]
    [InlineData("import list.doc --into talks --yes", ".xlsx")]
    [InlineData("import nowhere.json", "nowhere.json")]
    [InlineData("import nowhere.json --dry-run", "what-if")]
    [InlineData("what-if", "FILE")]
    [InlineData("what-if --absent wang", "--from")]
    [InlineData("report talks --output report.pdf", ".docx")]
    [InlineData("export items --format csv --json", "two things")]
    [InlineData("verify nowhere.json", "nowhere.json")]
    [InlineData("act talks/lists extend --due-on soon --reason x", "2020-05-29")]
    public async Task with_a_slip_is_refused_with_the_way_out(string line, string wayOut)
    {
        Said said = await prompt.Run(line.Split(' '));

        said.Code.Should().Be(ExitCode.Usage, said.Out);
        said.Error.Should().Contain(wayOut);
        said.Out.Should().BeEmpty();
    }

    [Fact]
    public async Task of_a_screen_that_cannot_show_it_is_refused() =>
        (await new Prompt { IsOutTerminal = true }.Run("export", "items", "--format", "xlsx")).Error.Should().Contain("--output");

    [Fact]
    public async Task of_nobody_is_said_to_be_out_of_reach()
    {
        Wire wire = new(Wire.Lost(), Wire.Lost(), Wire.Lost(), Wire.Lost());
        Said said = await new Prompt { Clock = new ImpatientClock(), Network = wire }.Run("list", "--json");

        said.Code.Should().Be(ExitCode.Unreachable);
        said.Error.Should().Contain("cannot be reached at http://localhost:7071/");
        said.Out.Should().BeEmpty();
    }

    [Fact]
    public async Task and_refused_is_named_as_it_is_typed() =>
        (await new Prompt
        {
            Network = new Wire(Wire.Says(
                400, """{"title":"No","errors":[{"pointer":"/by","detail":"is missing"},{"pointer":"/evidence/ref","detail":"is none"}]}""")),
        }.Run("act", "talks/lists", "complete", "--evidence", "document"))
        .Error.Should().Contain("--by: is missing").And.Contain("--ref: is none");

    [Fact]
    public async Task may_begin_with_an_at_sign() =>
        (await new Prompt { Network = new Wire(Wire.Says(409, """{"title":"No","detail":"It was @home."}""")) }
            .Run("act", "talks/lists", "return", "--reason", "@home")).Code.Should().Be(ExitCode.Refused);

    [Theory]
    [InlineData("followup ", "act")]
    [InlineData("followup li", "list")]
    [InlineData("followup act talks/lists ", "hand-over")]
    [InlineData("followup act talks/lists hand-over --", "--owner")]
    [InlineData("followup act talks/lists complete --evidence ", "document")]
    [InlineData("followup list --slip ", "red")]
    [InlineData("followup completion ", "pwsh")]
    public async Task may_be_completed(string line, string word) =>
        (await prompt.Run("suggest", line)).Out.Split('\n').Should().Contain(word);

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("pwsh")]
    public async Task is_completed_by_a_script_for_the_shell(string shell) =>
        (await prompt.Run("completion", shell)).Out.Should().Contain("followup suggest");
}
