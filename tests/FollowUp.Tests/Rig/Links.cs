using System.Text.Json.Nodes;
using FollowUp.Answers;
using FollowUp.Letters;

namespace FollowUp.Tests.Rig;

/// <summary>What a reader does with the links of their letters.</summary>
internal static class Links
{
    public const string Header = "x-followup-link";

    /// <summary>The token in the newest letter to <paramref name="person"/> that offers that.</summary>
    public static string TokenFor(this Town town, string person, string action) => Offered(town, person)
        .Last(link => link.Action == action).Url.Split('#')[1];

    /// <summary>What the newest letter to <paramref name="person"/> offers, in its order.</summary>
    public static string OffersTo(this Town town, string person) => string.Join(' ',
        town.Mailbox.Arrived.Last(letter => letter.To == person).Written.Letter.Notices[0].Answers.Select(link => link.Action));

    public static Task<Answer> OpenLink(this Town town, string token) => town.Call("GET", "/api/answers", null, (Header, token));

    public static Task<Answer> AnswerBy(this Town town, string token, JsonNode body, params (string Name, string Value)[] headers) =>
        town.Post("/api/answers", body, [(Header, token), .. headers]);

    /// <summary>A body that says what the action needs.</summary>
    public static JsonObject BodyFor(string action) => action switch
    {
        AnswerAction.Sign => [],
        AnswerAction.Progress or AnswerAction.Reply => new() { ["text"] = "The draft is with the translators." },
        AnswerAction.Complete => new() { ["evidence"] = new JsonObject { ["kind"] = "document", ["ref"] = "2020-117" } },
        AnswerAction.Extend => new() { ["dueOn"] = "2020-06-30", ["reason"] = "The annex is being translated." },
        AnswerAction.HandBack or AnswerAction.Return => new() { ["reason"] = "It belongs to another department." },
        _ => new() { ["note"] = "As we agreed." },
    };

    private static IEnumerable<AnswerLink> Offered(Town town, string person) => town.Mailbox.Arrived
        .Where(letter => letter.To == person).SelectMany(letter => letter.Written.Letter.Notices).SelectMany(notice => notice.Answers);
}
