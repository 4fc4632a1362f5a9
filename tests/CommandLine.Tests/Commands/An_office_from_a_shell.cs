using FollowUp.CommandLine.Commands;
using FollowUp.CommandLine.Tests.Rig;

namespace FollowUp.CommandLine.Tests.Commands;

/// <summary>
/// Tests <see cref="ListCommand"/>, <see cref="ShowCommand"/>, <see cref="ActCommand"/>, <see cref="TimetableCommand"/>,
/// <see cref="OverviewCommand"/>, <see cref="MeCommand"/> and <see cref="AddCommand"/> against the app.
/// </summary>
public sealed class An_office_from_a_shell : IAsyncLifetime
{
    private const string Agreement = "2019-11-21-beijing";
    private const string Item = $"{Agreement}/protocol-1";

    private Office office = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        office = await Office.Open();
        (await office.Run("import", Samples.Register)).Code.Should().Be(ExitCode.Done);
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Theory]
    [InlineData("list --limit 3", "/api/items?sort=urgency&limit=3")]
    [InlineData("list --owner nia-law --state open --due-before 2021-01-01",
        "/api/items?owner=nia-law&state=open&dueBefore=2021-01-01&sort=urgency&limit=50")]
    [InlineData($"show {Item}", $"/api/agreements/{Agreement}/items/protocol-1")]
    [InlineData($"timetable {Item} --due-on 2020-07-01", $"/api/agreements/{Agreement}/items/protocol-1/timetable?dueOn=2020-07-01")]
    [InlineData("overview", "/api/overview")]
    [InlineData("me", "/api/me")]
    [InlineData($"report {Agreement} --as-of 2019-11-21T01:00:00Z", $"/api/agreements/{Agreement}/report?asOf=2019-11-21T01:00:00Z")]
    [InlineData("export people", "/api/exports/people")]
    public async Task answers_programs_as_the_API_does(string line, string path)
    {
        Said said = await office.Run([.. line.Split(' '), "--json"]);
        said.Error.Should().BeEmpty();
        said.Out.Should().Be(await office.Http.GetStringAsync(path, Cancel) + "\n");
    }

    [Fact]
    public async Task has_items_page_by_page()
    {
        Said first = await office.Run("list", "--limit", "4", "--json");
        Said rest = await office.Run("list", "--limit", "4", "--cursor", (string)first.Json["next"]!, "--json");
        Said all = await office.Run("list", "--limit", "4", "--all", "--json");

        all.Out.Should().Be(first.Out + rest.Out);
        (await office.Run("list", "--limit", "4")).Error.Should().StartWith("4 items, and more: --all");
    }

    [Fact]
    public async Task shows_items_in_the_language_of_its_reader()
    {
        (await office.Run("list")).Out.Should().Contain(Item).And.Contain("Protocol");
        (await office.Run("list", "--language", "zh")).Out.Should().Contain("议定书").And.NotContain("Revise Protocol");
        office.Prompt.Variables["LANG"] = "ru_RU.UTF-8";
        (await office.Run("show", Item)).Out.Should().Contain("ротокол").And.Contain($"followup act {Item} sign --by nia-law");
    }

    [Fact]
    public async Task acts_and_says_whose_move_it_is()
    {
        Said signed = await office.Run("act", Item, "sign", "--by", "nia-law");
        signed.Out.Should().StartWith($"{Item} is signed, due 2020-05-29");
        (await office.Run("act", Item, "sign", "--by", "nia-law", "--json")).Json["revision"]!.GetValue<int>()
            .Should().Be((await office.Run("show", Item, "--json")).Json["revision"]!.GetValue<int>(), "what is done twice is done once");
    }

    [Fact]
    public async Task says_who_may_not_and_what_is_wrong()
    {
        Said stranger = await office.Run("act", Item, "confirm", "--by", "nia-law");
        stranger.Code.Should().Be(ExitCode.Refused);
        Said unknown = await office.Run("act", Item, "hand-over", "--owner", "nobody-here", "--reason", "x", "--by", "nia-intl", "--json");
        unknown.Code.Should().Be(ExitCode.Refused);
        unknown.Error.Should().StartWith("--owner: ");
        unknown.Json["errors"]!.AsArray().Should().ContainSingle("programs get the problem as it is");
        (await office.Run("show", $"{Agreement}/nothing")).Code.Should().Be(ExitCode.Refused);
        (await office.Run("list", "--limit", "many")).Error.Should().StartWith("limit: ");
    }

    [Fact]
    public async Task does_not_act_on_what_changed_since()
    {
        Said late = await office.Run("act", Item, "sign", "--by", "nia-law", "--if-match", "\"99-00000000\"");
        late.Code.Should().Be(ExitCode.Refused);
        (await office.Run("show", Item, "--json")).Json["state"]!.GetValue<string>().Should().Be("assigned");
    }

    [Fact]
    public async Task adds_an_item_that_was_tried_out_before()
    {
        string file = Samples.Write("item.json", """
            { "id": "lists", "kind": "other", "title": { "en": "Exchange the lists" }, "owner": "nia-law", "issuer": "nia-lead", "dueOn": "2020-03-02" }
            """);
        Said tried = await office.Run("what-if", file, "--into", Agreement);
        tried.Out.Should().Contain($"{Agreement}/lists: Exchange the lists").And.Contain("receipt/").And.Contain("nia-law");
        (await office.Run("show", $"{Agreement}/lists")).Code.Should().Be(ExitCode.Refused, "nothing was stored");
        (await office.Run("add", Agreement, file)).Out.Should().Contain("Exchange the lists");
        (await office.Run("show", $"{Agreement}/lists")).Code.Should().Be(ExitCode.Done);
    }

    [Fact]
    public async Task tells_who_is_told_and_how_much_there_is()
    {
        (await office.Run("timetable", Item)).Out.Should().Contain("due/day").And.Contain("overdue/level-1");
        (await office.Run("overview")).Out.Should().Contain("late").And.Contain(Agreement);
        (await office.Run("me")).Out.Should().StartWith("anyone");
    }
}
