using System.Text.Json.Nodes;
using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Papers;
using FollowUp.Simulation.Scripts;
using NodaTime;

namespace FollowUp.Simulation.Worlds;

/// <summary>Somebody of the office writes down that one leaves, or calls it off.</summary>
public sealed partial class World
{
    private readonly List<Departure> departures = [];

    public IReadOnlyList<Departure> Departures => departures;

    /// <summary>It is looked at, then written down, and sent again with the token that it has until somebody says that it is.</summary>
    private async Task Leave(Leaving leaving)
    {
        Departure one = new(leaving);
        departures.Add(one);
        List<Instant> sent = [];
        string? token = null;
        for (int tries = 0; tries < TriesMax; tries++)
        {
            if (Awake is null)
            {
                await Until(returns.Min(back => back.At));
            }

            sent.Add(Now);
            Tally.Calls++;
            string path = token is null ? one.Path : $"{one.Path}?preview={token}";
            Answer? answer = await Reach("POST", path, one.Json.ToJsonString(), null);
            JsonNode? said = answer is { Status: < 300 } ? JsonNode.Parse(answer.Text) : null;
            if (answer is { Status: 202 })
            {
                one.At = Form.Moment(said!["at"])!.Value;
                Instant day = Days.At(one.Takeover.On.AtMidnight(), Register.People[leaving.Person].Zone);
                Demand(one.At == day || (one.At > day && sent.Contains(one.At)), "1",
                    $"{leaving} begins at {Form.Short(one.At)}, and the day at {Form.Short(day)}");
                await Notice();
                return;
            }

            token = answer is { Status: 200 } ? (string)said!["preview"]! : answer is { Status: 412 } ? null : token;
            if (answer is not { Status: 200 or 412 })
            {
                Demand(answer is null or { Status: >= 500 } && Health.IsDisturbed(sent[^1], Now), "verbs",
                    $"{leaving} was answered {answer}");
                await Until(Now + Duration.FromMinutes(1));
            }
        }

        throw new Laws.LawBrokenException("1", $"{leaving} gets no answer");
    }

    /// <summary>Called off where it is still to come; else it is too late.</summary>
    private async Task Stay(Staying staying)
    {
        if (departures.Find(one => one.Takeover.Leaver == staying.Person) is not { } one)
        {
            return;
        }

        for (int tries = 0; tries < TriesMax; tries++)
        {
            if (Awake is null)
            {
                await Until(returns.Min(back => back.At));
            }

            Instant at = Now;
            Tally.Calls++;
            Answer? answer = await Reach("DELETE", $"{one.Path}?by={staying.By}", null, null);
            if (answer is { Status: 200 or 409 })
            {
                one.IsCalledOff = answer.Status == 200;
                Demand(one.IsCalledOff == at < one.At || Health.IsDisturbed(one.At, at), "verbs",
                    $"{staying} was answered {answer}; it begins at {Form.Short(one.At)}");
                return;
            }

            Demand(answer is null or { Status: >= 500 } && Health.IsDisturbed(at, Now), "verbs", $"{staying} was answered {answer}");
            await Until(Now + Duration.FromMinutes(1));
        }
    }
}
