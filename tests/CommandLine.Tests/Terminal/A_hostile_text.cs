using FollowUp.CommandLine.Commands;
using FollowUp.CommandLine.Terminal;
using FollowUp.CommandLine.Tests.Rig;

namespace FollowUp.CommandLine.Tests.Terminal;

/// <summary>
/// Tests <see cref="TerminalText"/>, <see cref="TerminalJson"/> and <see cref="Screen"/>: what others wrote moves no cursor, sets no title,
/// turns no line and is no markup.
/// </summary>
public sealed class A_hostile_text
{
    private const string Title = "Lists\\u001b]0;owned\\u0007\\u001b[2J\\u009b31m\\u202e [red]markup[/] [not closed";

    private static readonly string Item =
        $$"""{"agreement":"talks","id":"lists","title":{"en":"{{Title}}"},"owner":"wang","dueOn":"2026-12-18","state":"signed","revision":1}""";

    [Theory]
    [InlineData("plain 议定事项 поручение ع 👩‍🚀", "plain 议定事项 поручение ع 👩‍🚀")]
    [InlineData("a\u001b[31mb", "a␛[31mb")]
    [InlineData("a\r\nb\tc", "a␍ b c")]
    [InlineData("a\u007f\u009bb\u202ec\u2066d\u2028e", "a␡\uFFFDb\uFFFDc\uFFFDd\uFFFDe")]
    public void is_made_inert(string text, string shown) => TerminalText.Inert(text).Should().Be(shown);

    [Fact]
    public void of_half_a_character_is_made_whole() => TerminalText.Inert("a\ud83d").Should().Be("a\uFFFD");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task of_an_item_is_shown_as_it_stands(bool isTerminal)
    {
        Prompt prompt = new() { Network = new Wire(Wire.Says(200, Item)), IsOutTerminal = isTerminal };
        Said said = await prompt.Run("show", "talks/lists");

        said.Code.Should().Be(ExitCode.Done, said.Error);
        said.Out.Should().Contain("[red]markup[/] [not closed").And.NotContainAny("\u001b", "\u0007", "\u009b", "\u202e");
    }

    [Fact]
    public async Task of_a_list_is_shown_as_it_stands()
    {
        Prompt prompt = new() { Network = new Wire(Wire.Says(200, $$"""{"items":[{{Item}}]}""")) };
        Said said = await prompt.Run("list");

        said.Out.Should().Contain("[red]markup[/] [not closed").And.NotContainAny("\u001b", "\u0007", "\u009b", "\u202e");
    }

    [Fact]
    public async Task of_a_refusal_is_shown_as_it_stands()
    {
        string problem = $$"""{"type":"x","title":"No","detail":"{{Title}}\nDone: it is signed"}""";
        Said said = await new Prompt { Network = new Wire(Wire.Says(403, problem)) }.Run("show", "talks/lists");

        said.Error.Split('\n').Should().HaveCount(2, "no refusal says two things");
        said.Error.Should().Contain("[red]markup[/]").And.NotContainAny("\u001b", "\u0007", "\u009b", "\u202e");
    }

    [Fact]
    public async Task as_JSON_is_piped_byte_for_byte()
    {
        Said said = await new Prompt { Network = new Wire(Wire.Says(200, Item)) }.Run("show", "talks/lists", "--json");
        said.Out.Should().Be(Item + "\n");
        said.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task as_JSON_on_a_terminal_has_its_controls_escaped()
    {
        string raw = Item.Replace("\\u009b", "\u009b", StringComparison.Ordinal);
        Said said = await new Prompt { Network = new Wire(Wire.Says(200, raw)), IsOutTerminal = true }.Run("show", "talks/lists", "--json");

        said.Out.Should().NotContainAny("\u001b", "\u0007", "\u009b").And.Contain("\\u009B").And.Contain("\n  \"agreement\"");
    }

    [Theory]
    [InlineData("talks/lists", "talks/lists")]
    [InlineData("it's", @"'it'\''s'")]
    [InlineData("$(rm -rf ~)", "'$(rm -rf ~)'")]
    [InlineData("", "''")]
    public void in_a_command_is_one_word(string text, string word) => ShellText.Quote(text).Should().Be(word);
}
