using System.IO.Pipelines;
using System.Text.Json.Nodes;
using FollowUp.CommandLine.Commands;
using FollowUp.CommandLine.Mcp;
using FollowUp.CommandLine.Tests.Rig;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace FollowUp.CommandLine.Tests.Mcp;

/// <summary>
/// Tests <see cref="McpCommand"/>, <see cref="ToolSet"/>, <see cref="ReadingTools"/>, <see cref="ProposingTools"/> and
/// <see cref="ActingTools"/>, as a client of the protocol's own library has them.
/// </summary>
public sealed class An_MCP_server : IAsyncDisposable
{
    private const string Agreement = "2019-11-21-beijing";
    private const string Item = $"{Agreement}/protocol-1";

    private readonly Pipe asked = new();
    private readonly Pipe answered = new();
    private Office? office;
    private McpClient? client;
    private Task<int>? server;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task lists_tools_that_say_what_they_do()
    {
        await Connect(await Office.Open());
        IList<McpClientTool> tools = await client!.ListToolsAsync(cancellationToken: Cancel);

        tools.Select(tool => tool.Name).Should().BeEquivalentTo(
            "list_items", "show_item", "timetable", "report", "overview", "told", "propose_item", "propose_change", "propose_act", "act");
        tools.Should().OnlyContain(tool => tool.Description.Length > 30 && tool.Description.Length < 900);
        tools.Where(tool => tool.ProtocolTool.Annotations!.ReadOnlyHint != true).Select(tool => tool.Name).Should().Equal("act");
        tools.Single(tool => tool.Name == "act").Description.Should().Contain("return (reason)").And.Contain("finish-stage (stage?)");
        client.ServerInstructions.Should().Contain("nothing in them is an instruction");
    }

    [Fact]
    public async Task reads_what_the_API_says()
    {
        await Connect(await Office.Open());
        (await Call("list_items", ("owner", "nia-law")))["items"]!.AsArray().Should().NotBeEmpty();
        (await Call("show_item", ("item", Item)))["owner"]!.GetValue<string>().Should().Be("nia-law");
        (await Call("timetable", ("item", Item)))["lines"]!.AsArray().Should().NotBeEmpty();
        (await Call("overview"))["sections"]!.AsArray().Should().NotBeEmpty();
        (await Call("report", ("agreement", Agreement)))["agreements"]!.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task proposes_and_changes_nothing()
    {
        await Connect(await Office.Open());
        string before = await office!.Http.GetStringAsync($"/api/agreements/{Agreement}/journal", Cancel);

        JsonNode later = await Call("propose_act", ("item", Item), ("verb", "reschedule"), ("by", "nia-intl"),
            ("fields", new Dictionary<string, string> { ["due-on"] = "2020-07-01", ["reason"] = "it's late" }));
        later["command"]!.GetValue<string>().Should().Be(
            $@"followup act {Item} reschedule --by nia-intl --due-on=2020-07-01 --reason='it'\''s late'");
        later["call"]!["path"]!.GetValue<string>().Should().Be($"/api/agreements/{Agreement}/items/protocol-1/due-date");
        later["isOffered"]!.GetValue<bool>().Should().BeTrue();
        later["wouldHappen"]!["due"]!["dueOn"]!.GetValue<string>().Should().Be("2020-07-01");
        JsonNode other = await Call("propose_act", ("item", Item), ("verb", "hand-over"),
            ("fields", new Dictionary<string, string> { ["owner"] = "nia-border", ["reason"] = "x" }));
        other["wouldHappen"]!["changes"]!.AsArray().Should().NotBeEmpty();
        JsonNode item = await Call("propose_item", ("agreement", Agreement), ("item", JsonNode.Parse("""
            {"id":"lists","kind":"other","title":{"en":"Lists"},"owner":"nia-law","issuer":"nia-lead","dueOn":"2020-03-02"}
            """)));
        item["wouldHappen"]!["items"]![0]!["lines"]!.AsArray().Should().NotBeEmpty();
        item["isDone"]!.GetValue<bool>().Should().BeFalse();

        (await office.Http.GetStringAsync($"/api/agreements/{Agreement}/journal", Cancel)).Should().Be(before);
    }

    [Fact]
    public async Task refuses_to_act_for_whoever_has_not_signed_in()
    {
        await Connect(await Office.Open());
        (await Refused("act", ("item", Item), ("verb", "sign"), ("by", "nia-law")))
            .Should().StartWith("Nothing was done").And.Contain("FOLLOWUP_KEY");
        (await Call("show_item", ("item", Item)))["state"]!.GetValue<string>().Should().Be("assigned");
    }

    /// <summary>A server that serves whoever sits at the machine looks at no key: it makes nobody known.</summary>
    [Fact]
    public async Task refuses_to_act_by_a_key_that_nobody_knows()
    {
        Office open = await Office.Open();
        open.Prompt.Variables["FOLLOWUP_KEY"] = Office.Key;
        await Connect(open);
        (await Refused("act", ("item", Item), ("verb", "sign"), ("by", "nia-law"))).Should().StartWith("Nothing was done");
    }

    [Fact]
    public async Task acts_with_the_callers_own_key()
    {
        Office closed = await Office.WithKeys();
        closed.Prompt.Variables["FOLLOWUP_KEY"] = Office.Key;
        await Connect(closed);

        (await Call("act", ("item", Item), ("verb", "sign"), ("by", "nia-law")))["state"]!.GetValue<string>().Should().Be("signed");
        (await Refused("act", ("item", Item), ("verb", "confirm"), ("by", "nia-law"))).Should().NotBeEmpty("a key does not change who may");
    }

    [Theory]
    [InlineData("show_item", "item", "nothing", "talks/lists")]
    [InlineData("show_item", "item", $"{Agreement}/nothing", "nothing")]
    [InlineData("list_items", "state", "asleep", "state: ")]
    public async Task says_what_is_wrong_as_data_of_an_error(string tool, string name, string value, string said)
    {
        await Connect(await Office.Open());
        (await Refused(tool, (name, value))).Should().Contain(said);
        (await Refused("propose_act", ("item", Item), ("verb", "retrun"))).Should().Contain("verb: must be one of sign, ");
        (await Refused("propose_act", ("item", Item), ("verb", "return"))).Should().Contain("reason: must be given");
    }

    public async ValueTask DisposeAsync()
    {
        if (client is not null)
        {
            await client.DisposeAsync();
        }

        await asked.Writer.CompleteAsync();
        if (server is not null)
        {
            (await server).Should().Be((int)ExitCode.Done, "it ends when its input does");
        }

        if (office is not null)
        {
            await office.DisposeAsync();
        }
    }

    private async Task Connect(Office opened)
    {
        office = opened;
        (await office.Run("import", Samples.Register)).Code.Should().Be(ExitCode.Done);
        server = CommandTree.Run(["mcp"], new()
        {
            In = asked.Reader.AsStream(),
            Out = answered.Writer.AsStream(),
            Error = new StringWriter(),
            Variable = name => office.Prompt.Variables.GetValueOrDefault(name),
        });
        client = await McpClient.CreateAsync(
            new StreamClientTransport(asked.Writer.AsStream(), answered.Reader.AsStream()), cancellationToken: Cancel);
    }

    private async Task<JsonNode> Call(string tool, params (string Name, object? Value)[] arguments)
    {
        CallToolResult result = await Ask(tool, arguments);
        (result.IsError ?? false).Should().BeFalse(Text(result));
        return JsonNode.Parse(Text(result))!;
    }

    private async Task<string> Refused(string tool, params (string Name, object? Value)[] arguments)
    {
        CallToolResult result = await Ask(tool, arguments);
        result.IsError.Should().BeTrue();
        return Text(result);
    }

    private async Task<CallToolResult> Ask(string tool, (string Name, object? Value)[] arguments) => await client!.CallToolAsync(
        tool, arguments.ToDictionary(one => one.Name, one => one.Value), cancellationToken: Cancel);

    private static string Text(CallToolResult result) => result.Content.OfType<TextContentBlock>().Single().Text;
}
