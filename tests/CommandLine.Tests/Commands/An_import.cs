using FollowUp.CommandLine.Commands;
using FollowUp.CommandLine.Tests.Rig;

namespace FollowUp.CommandLine.Tests.Commands;

/// <summary>Tests <see cref="ImportCommand"/>, <see cref="SheetImport"/> and <see cref="SheetOptions"/>: shown first, then done.</summary>
public sealed class An_import : IAsyncLifetime
{
    private const string Agreement = "2019-11-21-beijing";

    private const string Rows = """
        number,title,owner,issuer,due date
        1,Exchange the lists,nia-law,nia-lead,2020-03-02
        2,Agree on the forms,nia-border,nia-lead,2020-04-01
        """;

    private readonly string good = Samples.Write("list.csv", Rows);

    private Office office = null!;

    private string[] Line => ["import", good, "--into", Agreement, "--every", "kind=other", "--by", "nia-intl"];

    public async ValueTask InitializeAsync()
    {
        office = await Office.Open();
        (await office.Run("import", Samples.Register)).Out.Should().Contain($"{Agreement} is registered");
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task of_a_register_again_changes_nothing() =>
        (await office.Run("import", Samples.Register)).Out.Should().Contain($"{Agreement} was there already");

    [Fact]
    public async Task is_only_shown_where_that_is_asked_for()
    {
        Said shown = await office.Run([.. Line, "--dry-run"]);
        shown.Code.Should().Be(ExitCode.Done, shown.Error);
        shown.Out.Should().Contain("Exchange the lists").And.Contain("new");
        shown.Error.Should().Contain("2 new, 0 changed");
        (await Found()).Should().Be(0);
    }

    [Theory]
    [InlineData("y\n", 0, 1)]
    [InlineData("n\n", 5, 0)]
    [InlineData("", 5, 0)]
    public async Task is_done_when_somebody_says_yes(string typed, int code, int found)
    {
        Said said = await office.Prompt.Answer(typed, Line);
        said.Status.Should().Be(code, said.Error);
        said.Error.Should().Contain("Do it? [y/N]");
        (await Found()).Should().Be(found);
    }

    [Fact]
    public async Task is_not_done_where_nobody_can_be_asked()
    {
        Said said = await office.Run(Line);
        said.Code.Should().Be(ExitCode.Usage);
        said.Error.Should().Contain("--yes");
        (await Found()).Should().Be(0);
    }

    [Fact]
    public async Task is_done_at_once_where_it_is_decided()
    {
        Said done = await office.Run([.. Line, "--yes", "--json"]);
        done.Code.Should().Be(ExitCode.Done, done.Error);
        done.Json["isApplied"]!.GetValue<bool>().Should().BeTrue("one answer, that of what was done");
        (await office.Run([.. Line, "--yes"])).Out.Should().Contain("2 unchanged");
    }

    [Fact]
    public async Task names_what_is_wrong_with_each_row_and_does_none()
    {
        string bad = Samples.Write("bad.csv", Rows.Replace("2020-04-01", "soon", StringComparison.Ordinal));
        Said refused = await office.Run("import", bad, "--into", Agreement, "--every", "kind=other", "--by", "nia-intl", "--yes");

        refused.Code.Should().Be(ExitCode.Refused);
        refused.Out.Should().Contain("refused").And.Contain("due date: ");
        refused.Error.Should().Contain("Nothing was stored");
        (await Found()).Should().Be(0);
    }

    [Fact]
    public async Task of_a_faulty_register_names_all_that_is_wrong()
    {
        string faulty = Samples.Write("faulty.json", """{"people":[{"id":"X Y","name":"","email":"nowhere","timeZone":"Mars/Base","calendar":"CN"}]}""");
        Said refused = await office.Run("import", faulty);

        refused.Code.Should().Be(ExitCode.Refused);
        refused.Error.Should().ContainAll("people/0/id: ", "people/0/email: ", "people/0/timeZone: ");
    }

    private async Task<int> Found() =>
        (await office.Run("list", "--search", "Exchange lists", "--json")).Json["items"]!.AsArray().Count;
}
