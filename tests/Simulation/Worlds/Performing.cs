using System.Text.Json.Nodes;
using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Laws;
using FollowUp.Simulation.Papers;
using FollowUp.Simulation.Scripts;
using NodaTime;

namespace FollowUp.Simulation.Worlds;

/// <summary>Calls to the app, each with what the model says must come of it.</summary>
public sealed partial class World
{
    /// <summary>Whoever wants to know tries again; a host that answers nobody for longer is broken.</summary>
    private const int TriesMax = 20;

    private readonly Dictionary<string, Deed> keysUsed = [];

    private async Task Do(Deed deed)
    {
        if (!lives.TryGetValue($"{deed.Agreement}/{deed.Item}", out Life? life))
        {
            return;
        }

        for (int n = 0; n < deed.Times && Awake is not null; n++)
        {
            if (deed.Verb == "escalate" && !await FindWhoHeard(life))
            {
                return;
            }

            await Once(deed, life);
        }
    }

    /// <summary>Who has been told that it is late when somebody sends it up; whoever cannot find out does not.</summary>
    private async Task<bool> FindWhoHeard(Life life)
    {
        if (await Reach("GET", life.Paper.Path, null, null) is not { Status: 200 } shown)
        {
            return false;
        }

        life.Heard = [.. JsonNode.Parse(shown.Text)!["toldLate"]!.AsArray().Select(who => (string)who!)];
        return true;
    }

    private async Task Once(Deed deed, Life life)
    {
        busy++;
        Instant at = Now;
        Standing before = life.Now;
        Outcome outcome = deed.Key is not null && keysUsed.ContainsKey($"{life}/{deed.Key}")
            ? new(200, before)
            : Verbs.Do(deed, life, before, Register, at);
        Answer? answer = await LinkFor(deed, outcome) is { } token ? await Reply(deed, life, token, outcome.Status) : await Call(deed);
        if (answer is null or { Status: >= 500 })
        {
            Demand(Health.IsDisturbed(at, Now), "1", $"{deed} was answered {answer?.ToString() ?? "nothing"}, and nothing was wrong");
            await Settle(deed, life, before, outcome, at);
            return;
        }

        Demand(answer.Status == outcome.Status, "verbs",
            $"{deed} was answered {answer}; the model says {outcome.Status} ({before.State}, owner {before.Owner})");
        Became(deed, life, outcome, at);
        Tally.Refused += outcome.Status >= 400 ? 1 : 0;
        if (outcome.Status < 400)
        {
            // Of when it was answered: a host that was killed on the way may have been away for hours.
            JsonNode shown = JsonNode.Parse(answer.Text)!;
            Compare(shown, life, deed, Card.Difference(shown, life, WithGiven(shown, life.Now), Now) is null ? Now : at);
        }

        busy--;
        await Notice();
        if (outcome.Status >= 400)
        {
            Compare(await Show(life), life, deed, Now);
        }
    }

    /// <summary>It took effect wholly or not at all; which, its caller finds out by asking.</summary>
    private async Task Settle(Deed deed, Life life, Standing before, Outcome outcome, Instant at)
    {
        JsonNode shown = await Show(life);
        if (outcome.Changes && Difference(outcome.After) is null)
        {
            Became(deed, life, outcome, at);
        }
        else
        {
            Demand(Difference(before) is null, "2",
                $"{deed} got no answer, and the item is neither as before ({Difference(before)}) nor as after ({Difference(outcome.After)}"
                    + $")");
        }

        busy--;
        await Notice();

        string? Difference(Standing standing) => Card.Difference(shown, life, AsShown(shown, life, standing), Now);
    }

    private void Became(Deed deed, Life life, Outcome outcome, Instant at)
    {
        if (!outcome.Changes)
        {
            return;
        }

        if (deed.Key is not null && MethodOf(deed.Verb) == "POST")
        {
            keysUsed[$"{life}/{deed.Key}"] = deed;
        }

        life.Become(outcome.After, at, Register);
        journals[life.Paper.Agreement].AddRange(outcome.Events.Select(word => new Happened(word, life.Paper.Id, deed.By, at)));
    }

    private void Compare(JsonNode shown, Life life, Deed deed, Instant now)
    {
        if (Card.Difference(shown, life, WithGiven(shown, life.Now), now) is { } difference)
        {
            throw new LawBrokenException("2", $"after {deed}: {difference}");
        }
    }

    /// <summary>The item as the API shows it, whatever stands in the way.</summary>
    private async Task<JsonNode> Show(Life life) => JsonNode.Parse((await Get(life.Paper.Path)).Text)!;

    internal async Task<Answer> Get(string path)
    {
        for (int tries = 0; tries < TriesMax; tries++)
        {
            if (Awake is null)
            {
                await Until(returns.Min(one => one.At));
            }

            Answer? answer = await Reach("GET", path, null, null);
            if (answer is { Status: 200 })
            {
                return answer;
            }

            Demand(answer is null or { Status: >= 500 }, "17", $"GET {path} was answered {answer}");
        }

        throw new LawBrokenException("1", $"GET {path} gets no answer");
    }

    private async Task<Answer?> Call(Deed deed)
    {
        Tally.Calls++;
        if (deed.Verb == "give")
        {
            return await Give(deed);
        }

        string path = $"/api/agreements/{deed.Agreement}/items/{deed.Item}/{PathOf(deed)}";
        return await Reach(MethodOf(deed.Verb), path, deed.Verb == "resume" ? null : BodyOf(deed).ToJsonString(), deed.Key);
    }

    private async Task<Answer?> Reach(string method, string path, string? body, string? key, string? link = null)
    {
        List<House> open = [.. houses.Where(house => !house.Wire.IsFrozen)];
        if (open.Count == 0)
        {
            return null;
        }

        // Behind two hosts stands a balancer; which one it takes must not matter.
        House house = open[(int)(Now.ToUnixTimeSeconds() % open.Count)];
        Answer? answer = await house.Send(method, path, body, key, link);
        await Still();

        // Whatever a store or a disk does is answered with 503; a host that was killed answers nobody.
        bool isFailure = answer is { Status: 500 } && !house.Wire.IsCut;
        Tally.Failures += isFailure ? 1 : 0;
        Demand(!isFailure, "18", $"{method} {path} was answered {answer}");
        return answer;
    }

    private static string MethodOf(string verb) => verb switch
    {
        "progress" or "return" or "ask" or "escalate" or "question" => "POST",
        "resume" => "DELETE",
        _ => "PUT",
    };

    private static string PathOf(Deed deed) => deed.Verb switch
    {
        "sign" => "receipt",
        "progress" => "progress",
        "stage" => $"stages/{deed.Text}",
        "report" => "completion",
        "confirm" => "confirmation",
        "return" => "return",
        "withdraw" => "withdrawal",
        "ask" => "extensions",
        "decide" => $"extensions/{deed.Number}",
        "suspend" => "waiting",
        "resume" => $"waiting?by={deed.By}",
        "hand" => "owner",
        "escalate" => "escalations",
        "question" => "questions",
        "reply" => $"questions/{deed.Number}",
        "amend" => "wording",
        "end" => "series-end",
        _ => "due-date",
    };

    private static JsonObject BodyOf(Deed deed)
    {
        JsonObject body = new() { ["by"] = deed.By };
        switch (deed.Verb)
        {
            case "progress" or "question" or "reply":
                body["text"] = deed.Text;
                break;
            case "report":
                body["evidence"] = new JsonObject { ["kind"] = "document", ["ref"] = deed.Text };
                break;
            case "return" or "withdraw" or "suspend" or "end" or "escalate":
                body["reason"] = deed.Text;
                break;
            case "ask" or "reschedule":
                (body["dueOn"], body["reason"]) = (Form.Day(deed.Date!.Value), deed.Text);
                break;
            case "hand":
                (body["owner"], body["reason"]) = (deed.Person, deed.Text);
                break;
            case "amend":
                body["title"] = new JsonObject { ["en"] = deed.Text };
                break;
            case "decide":
                body["decision"] = deed.IsGranted ? "granted" : "refused";
                break;
        }

        return body;
    }
}
