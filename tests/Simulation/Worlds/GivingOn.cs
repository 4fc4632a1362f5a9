using System.Text.Json.Nodes;
using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Papers;
using NodaTime;

namespace FollowUp.Simulation.Worlds;

/// <summary>What becomes of all that somebody had a part in: the app does it when it is time; the world finds it when it asks.</summary>
public sealed partial class World
{
    /// <summary>While somebody does something, what is found meanwhile comes after it.</summary>
    private int busy;

    /// <param name="newest">An item of which it is not known yet whether it was there before: null for none.</param>
    private async Task NoticeGiven(Item? newest = null)
    {
        if (busy > 0 && newest is null)
        {
            return;
        }

        foreach (Departure one in departures.Where(one => one.IsOpen && (one.At <= Now || one.At == Instant.MaxValue)).ToList())
        {
            if (await Ask(one.Path) is not { } shown || shown["successions"]!.AsArray() is not [{ } said] || said["begunAt"] is null)
            {
                continue;
            }

            one.BegunAt = Form.Moment(said["begunAt"]);
            foreach (string agreement in journals.Keys.Where(agreement => !one.Given.ContainsKey(agreement)).ToList())
            {
                await NoticeGiven(one, agreement, newest?.Agreement == agreement ? newest.Id : null);
            }

            if (said["doneAt"] is not null && newest is null)
            {
                End(one, said);
            }
        }
    }

    /// <summary>By the journal, which says what came before it.</summary>
    private async Task NoticeGiven(Departure one, string agreement, string? newest)
    {
        if (await Ask($"/api/agreements/{agreement}/journal") is not { } journal)
        {
            return;
        }

        List<JsonNode> entries = [.. journal["entries"]!.AsArray().Select(entry => entry!)];
        List<JsonNode> its =
            [.. entries.Where(entry => ((string?)entry["text"])?.Contains(one.Takeover.Reason, StringComparison.Ordinal) == true)];
        int registered = newest is null ? int.MaxValue : entries.FindIndex(entry => (string?)entry["item"] == newest);
        if (its.Count == 0 || (newest is not null && registered < entries.IndexOf(its[0])))
        {
            return;
        }

        // What the clock opened before was opened for whoever had it then.
        List<string> opened =
        [
            .. entries.TakeWhile(entry => entry != its[0]).Where(entry => (string)entry["event"]! == "assigned" && entry["by"] is null)
                .Select(entry => (string)entry["item"]!),
        ];
        foreach (Life life in lives.Values.Where(life => life.Paper.Agreement == agreement && life.OpensNextAt <= Now).ToList())
        {
            for (Life? last = life; last?.OpensNextAt <= Now && opened.Contains(last.Paper.Rule!.Next.Id); last = last.Next)
            {
                await NoticeNext(last);
            }
        }

        if (!one.Given.ContainsKey(agreement))
        {
            Give(one, agreement, Form.Moment(its[0]["at"])!.Value, [.. its.Select(entry => (string?)entry["item"])]);
        }
    }

    private void Give(Departure one, string agreement, Instant at, List<string?> order)
    {
        one.Given.Add(agreement, at);
        List<Life> its = [.. lives.Values.Where(life => life.Paper.Agreement == agreement).OrderBy(life => order.IndexOf(life.Paper.Id))];
        Agreement was = its[0].Agreement, then = one.Takeover.Of(was);
        int events = (then.Coordinator == was.Coordinator ? 0 : 1) + (then.Chain.SequenceEqual(was.Chain) ? 0 : 1);
        journals[agreement].AddRange(Enumerable.Repeat(new Happened("reassigned", null, one.Takeover.By, at), events));
        foreach (Life life in its)
        {
            Outcome outcome = one.Takeover.Of(life.Now, at);
            life.Agreement = then;
            if (outcome.Status == 409)
            {
                _ = one.Left.Add(life);
            }

            if (outcome.Changes)
            {
                _ = one.Items.Add(life);
                life.Become(outcome.After, at, Register);
                journals[agreement].AddRange(outcome.Events.Select(word => new Happened(word, life.Paper.Id, one.Takeover.By, at)));
            }
        }
    }

    /// <summary>
    /// Who has what somebody had in the one before, when it is found that something comes round: their successor, if they had it since
    /// before they left.
    /// </summary>
    private string HolderAt(Instant found, Life life, string person)
    {
        Instant since = life.Now.Handings.Where(handing => handing.To == person).Select(handing => handing.At)
            .Append(life.Now.CameAt(person)).Append(life.Now.RegisteredAt).Max();
        return departures.Find(one => !one.IsCalledOff && one.Takeover.Leaver == person && one.At <= found && since <= one.At) is { } gone
            ? gone.Takeover.Successor : person;
    }

    /// <summary>Whoever got no answer to what they wrote down does not know yet whether it counts.</summary>
    private async Task LearnWhenTheyLeave()
    {
        foreach (Departure one in departures.Where(one => one.IsOpen && one.At == Instant.MaxValue))
        {
            if ((await Ask(one.Path))?["successions"]?.AsArray() is [{ } said])
            {
                one.At = Form.Moment(said["at"])!.Value;
            }
        }
    }

    /// <summary>Nothing is forgotten, and whoever named the one who left names their successor.</summary>
    private void End(Departure one, JsonNode said)
    {
        foreach (Life life in lives.Values.Where(life => !one.Given.ContainsKey(life.Paper.Agreement) && life.Eras[0].From < one.BegunAt))
        {
            Outcome outcome = one.Takeover.Of(life.Now, Now);
            Demand(!outcome.Changes, "1", $"{one.Takeover} is done, and {life} was not given on");
            _ = outcome.Status == 409 && one.Left.Add(life);
        }

        string[] left = [.. said["left"]!.AsArray().Select(one => $"{one!["agreement"]}/{one["item"]}")];
        Demand(one.Left.Select(life => $"{life}").Order().SequenceEqual(left.Order()), "3",
            $"{one.Takeover} left {string.Join(", ", left)}, and had to leave {string.Join(", ", one.Left)}");
        one.DoneAt = Form.Moment(said["doneAt"]);
        Tally.Successions++;
        Instant from = one.BegunAt!.Value;
        Register changed = one.Takeover.Of(Register, one.At);
        registers[^1].Until(Now);
        if (Health.IsDisturbed(from, Now))
        {
            // One after the other: the host may have died in between.
            Register halfway = Register;
            foreach (Person person in changed.People.Values.OrderBy(person => person.Id, StringComparer.Ordinal))
            {
                halfway = halfway with { People = new Dictionary<string, Person>(halfway.People) { [person.Id] = person } };
                Era<Register> era = new(halfway, from);
                era.Until(Now);
                registers.Add(era);
            }
        }

        registers.Add(new(changed, from));
        foreach (Life life in lives.Values)
        {
            life.Meet(Register, life.Now, Now);
        }
    }

    /// <summary>The item with what was given on since, where what is shown says so.</summary>
    private Standing WithGiven(JsonNode shown, Standing standing)
    {
        foreach (Departure one in departures.Where(one => one.IsOpen))
        {
            JsonNode? given = shown["handOvers"]!.AsArray().Concat(shown["reassignments"]!.AsArray())
                .FirstOrDefault(change => (string?)change!["reason"] == one.Takeover.Reason);
            if (given is not null && standing.Handings.All(handing => handing.Reason != one.Takeover.Reason))
            {
                standing = one.Takeover.Of(standing, Form.Moment(given["at"])!.Value).After;
            }
        }

        return standing;
    }

    /// <returns>Null where nobody answers now.</returns>
    private async Task<JsonNode?> Ask(string path)
    {
        for (int tries = 0; tries < TriesMax && Awake is not null; tries++)
        {
            if (await Reach("GET", path, null, null) is { Status: 200 } answer)
            {
                return JsonNode.Parse(answer.Text);
            }
        }

        return null;
    }
}
