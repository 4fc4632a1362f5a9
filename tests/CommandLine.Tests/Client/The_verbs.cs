using System.Reflection;
using FollowUp.Access;
using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Client.Answers;

namespace FollowUp.CommandLine.Tests.Client;

/// <summary>Tests <see cref="ItemVerbs"/>, <see cref="ItemVerb"/> and <see cref="VerbField"/>: each verb, and its call.</summary>
public sealed class The_verbs
{
    private static readonly ItemAddress At = new("talks", "lists");

    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public void are_those_that_the_API_offers() => ItemVerbs.All.Select(verb => verb.Name).Should().BeEquivalentTo(
        typeof(ItemVerbNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!));

    [Theory]
    [InlineData("sign", "PUT api/agreements/talks/items/lists/receipt {\"by\":\"wang\"}")]
    [InlineData("resume", "DELETE api/agreements/talks/items/lists/waiting?by=wang ")]
    [InlineData("return", "POST api/agreements/talks/items/lists/return {\"by\":\"wang\",\"reason\":\"x\"}", "reason=x")]
    [InlineData("finish-stage", "PUT api/agreements/talks/items/lists/stages/a%2Fb {\"by\":\"wang\"}", "stage=a/b")]
    [InlineData("complete",
        "PUT api/agreements/talks/items/lists/completion {\"by\":\"wang\",\"evidence\":{\"kind\":\"none\",\"note\":\"x\"}}",
        "evidence=none", "note=x")]
    [InlineData("amend",
        "PUT api/agreements/talks/items/lists/wording {\"by\":\"wang\",\"title\":{\"en\":\"x\"},\"reason\":\"y\"}",
        "title-en=x", "reason=y")]
    public void become_calls(string verb, string call, params string[] fields)
    {
        Dictionary<string, string> given = fields.Select(field => field.Split('=')).ToDictionary(one => one[0], one => one[1]);
        ApiCall made = ItemVerbs.Find(verb)!.Call(At, "wang", given, null);
        $"{made.Method} {made.Path} {made.Text()}".Should().Be(call);
        made.IdempotencyKey.Should().NotBeNull();
    }

    [Fact]
    public void take_what_nobody_said_from_the_item()
    {
        ItemView item = new("talks", "lists", new() { En = "Lists" }, "wang", "2026-12-18", "signed")
        {
            Stages = [new("draft", "2026-12-01") { Done = new("wang", default) }, new("text", "2026-12-10")],
            Extensions = [new(1, "2026-12-20", "refused"), new(2, "2026-12-21")],
            Questions = [new(1, "chen", "Which list?", new("wang", "The second")), new(2, "chen", "By whom?")],
        };
        ItemVerbs.Find("finish-stage")!.Call(At, null, Nothing, item).Path.Should().EndWith("stages/text");
        ItemVerbs.Find("decide-extension")!.Call(At, null, new Dictionary<string, string> { ["decision"] = "granted" }, item)
            .Path.Should().EndWith("extensions/2");
        ItemVerbs.Find("answer-question")!.Call(At, null, new Dictionary<string, string> { ["text"] = "By us" }, item)
            .Path.Should().EndWith("questions/2");
    }

    [Fact]
    public void hand_a_file_in_as_it_is()
    {
        ApiCall made = Calls.HandIn(At, "wang", "подпись 1.pdf", new byte[] { 1, 2 });
        $"{made.Method} {made.Path} {made.MediaType} {made.Body!.Value.Length}".Should().Be(
            "POST api/agreements/talks/items/lists/evidence?name=%D0%BF%D0%BE%D0%B4%D0%BF%D0%B8%D1%81%D1%8C%201.pdf&by=wang"
            + " application/octet-stream 2");
    }

    [Fact]
    public void say_what_is_missing_where_nothing_waits_for_them()
    {
        ItemView item = new("talks", "lists", new() { En = "Lists" }, "wang", "2026-12-18", "signed");
        FluentActions.Invoking(() => ItemVerbs.Find("finish-stage")!.Call(At, null, Nothing, item))
            .Should().Throw<UsageException>().WithMessage("talks/lists: nothing there waits for finish-stage; stage would say*");
    }

    [Fact]
    public void name_all_that_is_wrong_at_once() => ItemVerbs.Find("extend")!
        .Faults(new Dictionary<string, string> { ["due-on"] = "tomorrow", ["owner"] = "wang" })
        .Should().HaveCount(3).And.Contain(fault => fault.StartsWith("due-on: must be a date", StringComparison.Ordinal))
        .And.Contain(fault => fault.StartsWith("reason: must be given", StringComparison.Ordinal))
        .And.Contain(fault => fault.StartsWith("owner: extend does not take it", StringComparison.Ordinal));

    [Theory]
    [InlineData("talks")]
    [InlineData("talks/lists/receipt")]
    [InlineData("../lists")]
    [InlineData("Talks/lists")]
    public void need_an_item_that_can_be_one(string text) =>
        FluentActions.Invoking(() => ItemAddress.Parse(text)).Should().Throw<UsageException>();
}
