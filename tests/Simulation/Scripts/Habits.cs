using FollowUp.Simulation.Expected;
using NodaTime;

namespace FollowUp.Simulation.Scripts;

/// <summary>What somebody would do next with an item, rightly as a rule and wrongly now and then.</summary>
public sealed class Habits(Random random, Life life, Register register, Func<string> newKey)
{
    private static readonly string[] All =
    [
        "sign", "progress", "stage", "report", "confirm", "return", "withdraw", "ask", "decide", "suspend", "resume", "hand", "reschedule",
        "amend", "end", "escalate", "question", "reply", "give",
    ];

    public Deed Next(Instant at)
    {
        Standing item = life.Now;
        bool isWrong = random.Is(0.12);
        string verb = isWrong ? random.One(All) : Sensible(item, at);
        string by = isWrong && random.Is(0.6) ? random.One(register.People.Keys.ToList()) : Present(RoleOf(verb), item, at);
        string? part = verb == "give" ? random.One("issuer", "coordinator", "supporting", "chain") : null;
        Deed deed = new(at, life.Paper.Agreement, life.Paper.Id, verb, by, Text(verb))
        {
            Date = verb is "ask" or "reschedule" ? Date(verb, item, at) : null,
            Person = verb == "hand" ? random.One(register.People.Keys.Where(id => id != "other").ToList()) : null,
            Part = part,
            People = part is null ? [] : Given(part, item),
            Number = verb == "decide" ? (isWrong ? random.Next(0, item.Asks.Count + 2) : item.Asks.Count)
                : verb == "reply" ? (isWrong ? random.Next(0, item.Questions.Count + 2) : item.Questions.Count) : 0,
            IsGranted = random.Is(0.6),
            Key = verb is "progress" or "return" or "ask" or "escalate" or "question" && random.Is(0.6) ? newKey() : null,
            Times = random.Is(0.1) ? random.Next(2, 4) : 1,
        };
        return deed;
    }

    /// <summary>One of those who have it is replaced; now and then by somebody who has another part, or by themselves.</summary>
    private string[] Given(string part, Standing item)
    {
        string[] others = [.. register.People.Keys.Where(id => id != "other")];
        string[] has = [.. item.Has(part)];
        return has.Length == 0 ? [random.One(others)]
            : [.. has.Select((person, n) => n == 0 || random.Is(0.3) ? random.One(others) : person).Distinct()];
    }

    private string Sensible(Standing item, Instant at)
    {
        if (!item.IsAssigned)
        {
            return random.Weighed(("reschedule", 2), ("hand", 2), ("give", 1), ("withdraw", 0.3), ("sign", 0.5), ("report", 0.5));
        }

        if (item.IsReported)
        {
            return random.Weighed(
                ("confirm", 5), ("return", 4), ("give", 1), ("progress", 0.5), ("withdraw", 0.3), ("escalate", 0.2), ("question", 0.5),
                ("reply", item.Question is null ? 0 : 2));
        }

        if (item.IsWaiting)
        {
            return random.Weighed(("resume", 5), ("give", 0.7), ("report", 1), ("hand", 0.7), ("progress", 0.5), ("withdraw", 0.3));
        }

        double near = life.DayOf(at).PlusDays(10) >= item.DueOn ? 3 : 1;
        return random.Weighed(
            ("sign", item.Receipt is null ? 5 : 0.1), ("progress", 1), ("stage", life.Paper.Stages.Count > 0 ? 2 : 0), ("report", near),
            ("ask", item.Asked is null ? 1.5 * near : 0),
            ("decide", item.Asked is null ? 0 : 5), ("suspend", 1), ("hand", 0.8), ("give", 0.8), ("reschedule", 0.8), ("withdraw", 0.25),
            ("amend", 0.4), ("end", life.Paper.Rule is null ? 0 : 0.7),
            ("escalate", 0.6), ("question", item.Question is null ? 0.8 : 0.1), ("reply", item.Question is null ? 0 : 3));
    }

    private string RoleOf(string verb) => verb switch
    {
        "confirm" or "return" or "decide" => "issuer",
        "suspend" or "resume" or "hand" or "give" or "reschedule" or "withdraw" or "amend" or "end" => "coordinator",
        "escalate" => random.One("owner", "issuer", "coordinator"),
        "question" => random.One("owner", "issuer"),
        "reply" => life.Now.Questions is [.., { Of: "issuer" }] ? "issuer" : "owner",
        "progress" or "stage" when life.Now.Supporting.Count > 0 && random.Is(0.3) => "supporting",
        _ => "owner",
    };

    /// <summary>Whoever is away mostly has somebody act for them.</summary>
    private string Present(string role, Standing item, Instant at)
    {
        string person = role switch
        {
            "issuer" => item.Issuer,
            "coordinator" => item.Coordinator,
            "supporting" => item.Supporting[0],
            _ => item.Owner,
        };
        return random.Is(0.2) ? person : random.Is(0.2) ? register.Row(person, at, _ => true).FirstOrDefault(person)
            : life.ActsFor(role, person, register, at);
    }

    private LocalDate Date(string verb, Standing item, Instant at)
    {
        LocalDate today = life.DayOf(at);
        return verb == "ask" || random.Is(0.3) ? item.DueOn.PlusDays(random.Next(random.Is(0.1) ? -3 : 1, 40))
            : today.PlusDays(random.Next(random.Is(0.1) ? -3 : 0, 60));
    }

    private string? Text(string verb) => verb switch
    {
        "sign" or "confirm" or "resume" or "decide" => null,
        "stage" => random.Weighed(("draft", 5), ("text", 5), ("nothing", 0.5)),
        "amend" => random.One("Protocol No. 1", "Protocol \"No. 1\": annex", "议定书"),
        "return" => random.One("The annex is missing.", "It is not what was agreed."),
        _ => random.One("The other side asked for it.", "As agreed by phone.", "Нет ответа.", "等对方"),
    };
}
