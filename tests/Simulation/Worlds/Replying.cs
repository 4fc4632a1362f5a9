using System.Text.Json.Nodes;
using FollowUp.Answers;
using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Scripts;

namespace FollowUp.Simulation.Worlds;

/// <summary>
/// Some of what people do they do by the newest letter that they have about the item: they open its link, and press the button that they
/// find there. What must come of it the model says as for any other call.
/// </summary>
public sealed partial class World
{
    /// <summary>Links do by these names what the model knows by others.</summary>
    private static string? ActionOf(Deed deed) => deed.Verb switch
    {
        "sign" => AnswerAction.Sign,
        "progress" => AnswerAction.Progress,
        "report" => AnswerAction.Complete,
        "ask" => AnswerAction.Extend,
        "confirm" => AnswerAction.Confirm,
        "return" => AnswerAction.Return,
        "reply" => AnswerAction.Reply,
        "decide" => deed.IsGranted ? AnswerAction.Grant : AnswerAction.Refuse,
        _ => null,
    };

    /// <summary>
    /// Half of those who have the choice answer by letter; which half lies in what they do, so that a shorter story has the same.
    /// </summary>
    private async Task<string?> LinkFor(Deed deed, Outcome outcome)
    {
        bool isByLetter = deed is { Key: null, Times: 1 } && ((deed.At.ToUnixTimeSeconds() / 60) + deed.By.Length) % 2 == 0;
        if (!isByLetter || !outcome.Changes || ActionOf(deed) is not { } action || NewestLink(deed) is not { } link)
        {
            return null;
        }

        Answer? shown = await Reach("GET", "/api/answers", null, null, link);
        if (shown is not { Status: 200 })
        {
            Demand(shown is null or { Status: >= 500 }, "17", $"the link of a letter was answered {shown} before {deed}");
            return null;
        }

        JsonNode page = JsonNode.Parse(shown.Text)!;
        JsonNode? offer = page["answers"]!.AsArray().FirstOrDefault(one => (string)one!["action"]! == action);
        bool isAlive = (string)page["standing"]! is "open" or "recorded" or "notNow";

        // Whoever says that it is done is not asked to sign that it came.
        bool isSaidAlready = action == "sign" && (string?)page["item"]?["state"] == "reported";
        Demand(!isAlive || isSaidAlready || offer is not null, "17",
            $"{deed} can be done, and the link of a letter does not offer it: {shown.Text}");
        Tally.ByLetter += offer is null ? 0 : 1;
        return (string?)offer?["token"];
    }

    private string? NewestLink(Deed deed) => Mailbox.Arrived.Where(arrival => arrival.Letter.Recipient == deed.By)
        .SelectMany(arrival => arrival.Letter.Notices)
        .LastOrDefault(notice => (notice.Of.Agreement, notice.Of.Key.Item) == (deed.Agreement, deed.Item) && notice.Answers.Count > 0)
        ?.Answers[0].Url.Split('#')[1];

    /// <summary>As a call under <c>/api/agreements</c> would answer: with the item.</summary>
    private async Task<Answer?> Reply(Deed deed, Life life, string token, int expected)
    {
        JsonObject body = BodyOf(deed);
        _ = body.Remove("by");
        _ = body.Remove("decision");
        Answer? answer = await Reach("POST", "/api/answers", body.ToJsonString(), null, token);
        if (answer is not { Status: 200 })
        {
            return answer;
        }

        Demand((string)JsonNode.Parse(answer.Text)!["standing"]! == "recorded", "17", $"{deed} by letter was answered {answer}");
        return new(expected, (await Show(life)).ToJsonString(), null);
    }
}
