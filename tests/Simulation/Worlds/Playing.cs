using System.Text.Json.Nodes;
using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Laws;
using FollowUp.Simulation.Papers;
using FollowUp.Simulation.Scripts;
using NodaTime;

namespace FollowUp.Simulation.Worlds;

/// <summary>What a script says is done to the world, step by step.</summary>
public sealed partial class World
{
    public async Task Play(Step step)
    {
        await Until(step.At);
        await Notice();
        switch (step)
        {
            case Deed deed:
                await Do(deed);
                break;
            case Registering registering:
                await Sign(registering.Agreement);
                break;
            case Adding adding:
                await Add(adding.Item);
                break;
            case NewPerson person:
                await Rewrite(person.Person);
                break;
            case Leaving leaving:
                await Leave(leaving);
                break;
            case Staying staying:
                await Stay(staying);
                break;
            case NewCalendar calendar:
                await Rewrite($"/api/calendars/{calendar.Calendar.Id}", calendar.Calendar.Json, register => register with
                {
                    Calendars = new Dictionary<string, Calendar>(register.Calendars) { [calendar.Calendar.Id] = calendar.Calendar },
                });
                break;
            case NewPlan plan:
                await Rewrite($"/api/plans/{plan.Plan.Id}", plan.Plan.Json, register => register);
                plans[plan.Plan.Id] = (plans[plan.Plan.Id].Revision + 1, plan.Plan);
                break;
            case Looking:
                await new Inspection(this).Look();
                break;
            case Trouble trouble:
                await Suffer(trouble);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step, "is no step");
        }
    }

    /// <summary>Whoever registers an agreement sends it until somebody says that it is taken.</summary>
    private async Task Sign(Agreement agreement)
    {
        busy++;
        List<Instant> sent = await Insist("POST", "/api/agreements", agreement.Json);
        journals[agreement.Id] = [];
        foreach (Item item in agreement.Items)
        {
            await Born(item, agreement, sent);
        }

        journals[agreement.Id].Insert(0, new("registered", null, agreement.Coordinator, journals[agreement.Id][0].At));
        busy--;
        await Notice();
    }

    private async Task Add(Item item)
    {
        Life? other = lives.Values.FirstOrDefault(life => life.Paper.Agreement == item.Agreement);
        if (other is not null)
        {
            busy++;
            List<Instant> sent = await Insist("POST", $"/api/agreements/{item.Agreement}/items", item.Json);
            await NoticeGiven(item);
            await Born(item, other.Agreement, sent);
            busy--;
            await Notice();
        }
    }

    private async Task Born(Item item, Agreement agreement, List<Instant> sent)
    {
        IReadOnlyList<string> calendars = item.Calendars.Count > 0 ? item.Calendars : [Register.People[item.Owner].Calendar];
        (int revision, Plan plan) = plans[item.Plan];
        Life life = new(item, agreement, plan, revision, [.. calendars.Select(id => Register.Calendars[id])]);
        string word = item.DependsOn.Count == 0 ? "assigned" : "registered";
        Instant at =
            (item.DependsOn.Count == 0 ? Form.Moment(JsonNode.Parse((await Get(item.Path)).Text)!["assignedAt"])
                : await Written(item, word)) ?? Instant.MinValue;
        Demand(sent.Contains(at), "2", $"{life} says it was {word} at {Form.Moment(at)}, when nobody sent it");
        life.Become(Standing.Registered(item, agreement.Coordinator, agreement.Chain, at), at, Register);
        lives.Add(life.ToString(), life);
        journals[item.Agreement].Add(new(word, item.Id, agreement.Coordinator, at));
        await Notice();
        JsonNode shown = await Show(life);
        string? difference = Card.Difference(shown, life, WithGiven(shown, life.Now), Now);
        Demand(difference is null, "2", $"as registered: {difference}");
    }

    /// <returns>When it was sent.</returns>
    private async Task<List<Instant>> Insist(string method, string path, JsonObject body)
    {
        List<Instant> sent = [];
        for (int tries = 0; tries < TriesMax; tries++)
        {
            if (Awake is null)
            {
                await Until(returns.Min(one => one.At));
            }

            sent.Add(Now);
            Tally.Calls++;
            Answer? answer = await Reach(method, path, body.ToJsonString(), null);
            if (answer is { Status: 200 or 201 })
            {
                return sent;
            }

            Demand(answer is null or { Status: >= 500 } && Health.IsDisturbed(sent[^1], Now), "verbs",
                $"{method} {path} was answered {answer}: {body.ToJsonString()}");
            await Until(Now + Duration.FromMinutes(1));
        }

        throw new LawBrokenException("1", $"{method} {path} gets no answer");
    }

    private async Task Rewrite(string path, JsonObject body, Func<Register, Register> change)
    {
        Instant from = Now;
        await Insist("PUT", path, body);
        Register changed = change(Register) with { Version = Register.Version + 1 };
        registers[^1].Until(Now);
        registers.Add(new(changed, from));
        foreach (Life life in lives.Values)
        {
            life.Meet(Register, life.Now, Now);
        }
    }
}
