using System.Text.Json.Nodes;
using FollowUp.Http;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http;

/// <summary>
/// Letters go out at once, and the next who must move is said: of an escalation, a question and its answer. Tests
/// <see cref="EscalateItem"/>, <see cref="AskQuestion"/> and <see cref="AnswerQuestion"/>.
/// </summary>
public sealed class What_people_send_up_and_ask
{
    private static readonly string Item = Town.PathOf(Papers.Item);

    [Fact]
    public async Task goes_to_the_next_level_by_letter_and_is_refused_at_the_top()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        await town.Until("2020-05-11 11:00");
        Answer first = await Up(town);
        await town.Until("2020-05-11 11:05");

        (first.Status, (string)first.Body!["escalations"]![0]!["to"]!).Should().Be((201, "first"), first.Text);
        town.Mailbox.Since("2020-05-11 11:00")
            .Should().Equal("05-11 11:01 desk: escalated/at-once", "05-11 11:01 first: escalated/at-once");
        town.Mailbox.Arrived[^1].Written.Text.Should().Contain("The annex needs a decision.");
        (await Up(town)).Status.Should().Be(200, "the same again changes nothing");
        (await Up(town, "Please!")).Status.Should().Be(409, "once a day");
        foreach (string day in new[] { "12", "13" })
        {
            await town.Until($"2020-05-{day} 11:00");
            (await Up(town)).Status.Should().Be(201);
        }

        await town.Until("2020-05-14 11:00");
        Answer top = await Up(town);
        (top.Status, (string)top.Body!["detail"]!).Should().Be(
            (409, "Item protocol cannot be escalated: no level above is left that has not heard of it."));
        (await town.Post($"{Item}/escalations", new JsonObject { ["by"] = "first", ["reason"] = "x" })).Status.Should().Be(403);
    }

    [Fact]
    public async Task is_asked_by_letter_waited_for_and_answered_by_letter()
    {
        await using Town town = await Town.With(Papers.ItemOf());
        await town.Sign();
        await town.Until("2020-05-11 11:00");
        Answer asked = await town.Post($"{Item}/questions", new JsonObject { ["by"] = "law", ["text"] = "Which annex?" });
        await town.Until("2020-05-11 11:05");
        JsonNode next = (await town.Item())["nextActions"]![0]!;

        (asked.Status, (string)asked.Body!["questions"]![0]!["of"]!).Should().Be((201, "issuer"), asked.Text);
        ((string)next["action"]!, (string)next["who"]![0]!, (string)next["href"]!)
            .Should().Be(("answer-question", "lead", $"{Item}/questions/1"));
        town.OffersTo("lead").Should().StartWith("reply");
        (await town.Put($"{Item}/questions/2", new JsonObject { ["by"] = "lead", ["text"] = "x" })).Status.Should().Be(404);
        (await town.Put($"{Item}/questions/1", new JsonObject { ["by"] = "law", ["text"] = "x" })).Status.Should().Be(403);
        Answer empty = await town.Put($"{Item}/questions/1", new JsonObject { ["by"] = "lead" });
        (empty.Status, empty.Pointers.Single()).Should().Be((422, "/text"));
        (await town.Put($"{Item}/questions/1", new JsonObject { ["by"] = "lead", ["text"] = "The second." })).Status.Should().Be(200);
        await town.Until("2020-05-11 11:10");

        town.Mailbox.Since("2020-05-11 11:00").Should().Equal("05-11 11:01 lead: question/at-once", "05-11 11:06 law: reply/at-once");
        town.Mailbox.Arrived[^1].Written.Text.Should().Contain("The question was: “Which annex?”").And.Contain("The second");
        (await town.Item())["nextActions"]!.AsArray().Should().BeEmpty();
    }

    private static Task<Answer> Up(Town town, string reason = "The annex needs a decision.") =>
        town.Post($"{Item}/escalations", new JsonObject { ["by"] = "law", ["reason"] = reason });
}
