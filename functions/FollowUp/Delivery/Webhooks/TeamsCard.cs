using System.Text.Json.Nodes;
using FollowUp.Agreements;
using FollowUp.Delivery.Languages;
using FollowUp.Items;

namespace FollowUp.Delivery.Webhooks;

/// <summary>
/// What happened, as a channel of Microsoft Teams shows it: an Adaptive Card in a message, as a Workflows webhook takes it. What people
/// wrote stands in runs of text, in which no mark-up counts: a title cannot become a link.
/// </summary>
public sealed class TeamsCard(LetterLanguages languages)
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <param name="name">The journal's word for what happened, or <c>test</c>.</param>
    /// <param name="agreement">Null for a test.</param>
    /// <param name="item">Null where it is about the agreement as a whole.</param>
    /// <param name="board">Where the board is.</param>
    public JsonObject Of(string language, string name, Agreement? agreement, AgreedItem? item, string board)
    {
        Language words = languages[language];
        JsonArray body = [Runs(words.Say($"card.event.{name}"), "bolder")];
        if (item is not null)
        {
            body.Add((JsonNode)Runs(item.Title.TextIn(language)));
        }

        if (agreement is not null)
        {
            body.Add((JsonNode)Runs(agreement.Title.TextIn(language), isSubtle: true));
        }

        if (item is not null)
        {
            body.Add((JsonNode)Facts(words, item));
        }

        return Message(new()
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.4",
            ["lang"] = language,
            ["body"] = body,
            ["actions"] = new JsonArray(new JsonObject
            {
                ["type"] = "Action.OpenUrl",
                ["title"] = words.Say("card.open"),
                ["url"] = board + PlaceOf(agreement, item),
            }),
        });
    }

    private static JsonObject Message(JsonObject card) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = CardType, ["contentUrl"] = null, ["content"] = card }),
    };

    private static string PlaceOf(Agreement? agreement, AgreedItem? item) =>
        item is not null ? $"#/agreements/{item.Agreement}/items/{item.Id}" : agreement is not null ? $"#/agreements/{agreement.Id}" : "";

    private static JsonObject Runs(string text, string weight = "default", bool isSubtle = false) => new()
    {
        ["type"] = "RichTextBlock",
        ["inlines"] = new JsonArray(new JsonObject
        {
            ["type"] = "TextRun",
            ["text"] = text,
            ["weight"] = weight,
            ["isSubtle"] = isSubtle,
        }),
    };

    private static JsonObject Facts(Language words, AgreedItem item) => new()
    {
        ["type"] = "FactSet",
        ["facts"] = new JsonArray(
            Fact(words.Say("card.due"), words.Say("card.due.day", new Dictionary<string, object?> { ["dueOn"] = item.DueOn })),
            Fact(words.Say("card.state"), words.Say($"card.state.{item.State}"))),
    };

    private static JsonObject Fact(string title, string value) => new() { ["title"] = title, ["value"] = value };
}
