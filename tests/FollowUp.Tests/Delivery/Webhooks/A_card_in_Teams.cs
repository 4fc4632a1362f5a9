using System.Text.Json.Nodes;
using FollowUp.Delivery.Languages;
using FollowUp.Delivery.Webhooks;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Tests.Delivery.Webhooks.Rig;

namespace FollowUp.Tests.Delivery.Webhooks;

/// <summary>As the library that draws such cards reads them. Tests <see cref="TeamsCard"/>.</summary>
public sealed class A_card_in_Teams
{
    private const string Board = "https://board.example/board/";

    private static readonly AgreedItem Item = Sample.Item("2020-05-29", "2020-05-11 09:00");
    private static readonly TeamsCard Cards = new(LetterLanguages.OfBuild);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_read_without_a_fault_for_whatever_happened_in_each_language()
    {
        JsonObject[] messages =
        [
            .. from language in new[] { "en", "zh", "ru" }
               from name in EventNames.All.Append("test")
               select Cards.Of(language, name, null, name == "test" ? null : Item, Board),
        ];
        messages.Should().AllSatisfy(message => ((string)message["type"]!, (string)message["attachments"]![0]!["contentType"]!)
            .Should().Be(("message", "application/vnd.microsoft.card.adaptive")));
        IReadOnlyList<JsonNode> read = await WebhookReaders.Read(
            messages.Select(message => new JsonObject { ["card"] = message["attachments"]![0]!["content"]!.DeepClone() }), Cancel);

        read.Should().HaveCount(messages.Length).And.AllSatisfy(card =>
        {
            card["faults"]!.AsArray().Should().BeEmpty(card.ToJsonString());
            card["texts"]!.AsArray().Should().NotBeEmpty();
        });
        read.Select(card => (string)card["actions"]![0]!).Distinct().Should().BeEquivalentTo(
            Board, $"{Board}#/agreements/{Item.Agreement}/items/{Item.Id}");
        read.Select(card => string.Join(" / ", card["texts"]!.AsArray())).Should().Contain(
        [
            "Sent back / Revised protocol / Due: 29 May 2020 / Now: Assigned, not signed for",
            "签收 / 议定书修订稿 / 办理期限: 2020年5月29日 / 当前状态: 已交办，未签收",
        ]);
    }

    [Fact]
    public void makes_no_link_of_what_somebody_wrote()
    {
        AgreedItem item = Item with { Title = new() { En = "[Pay](https://elsewhere.example) **now**" } };
        JsonNode card = Cards.Of("en", EventNames.Signed, null, item, Board)["attachments"]![0]!["content"]!;
        card["body"]!.AsArray().Single(part => part!.ToJsonString().Contains("elsewhere", StringComparison.Ordinal))!["type"]!
            .GetValue<string>().Should().Be("RichTextBlock");
    }
}
