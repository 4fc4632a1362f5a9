using System.Text.Json.Nodes;
using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Laws;
using FollowUp.Simulation.Papers;
using NodaTime;

namespace FollowUp.Simulation.Worlds;

/// <summary>
/// Items whose time comes by itself, since others are closed or past: the app finds that when it looks, and the world when it asks.
/// </summary>
public sealed partial class World
{
    /// <summary>When an item that is not assigned yet is to be; null while it has to wait.</summary>
    public Instant? FreeAt(Life life) =>
        life.FreeAt([.. life.Paper.DependsOn.Select(other => lives[$"{life.Paper.Agreement}/{other}"])]);

    /// <summary>Asked once of each: while nobody answers, nobody does anything with it either.</summary>
    private async Task Notice()
    {
        await NoticeGiven();
        await NoticeFreed();
        await NoticeOpened();
    }

    private async Task NoticeFreed()
    {
        foreach (Life life in lives.Values.Where(life => FreeAt(life) is not null).ToList())
        {
            if (await Reach("GET", life.Paper.Path, null, null) is { Status: 200 } answer
                && JsonNode.Parse(answer.Text)!["assignedAt"] is not null
                && await Written(life.Paper, "assigned") is { } found && FreeAt(life) is { } free)
            {
                life.Assign(free, found, Register);
                MaySetBack(life, found);
            }
        }
    }

    private async Task NoticeOpened()
    {
        foreach (Life life in lives.Values.Where(life => life.OpensNextAt <= Now).ToList())
        {
            // Where nobody was there for weeks, one follows upon the other.
            for (Life? last = life; last?.OpensNextAt <= Now; last = last.Next)
            {
                await NoticeNext(last);
            }
        }
    }

    private async Task NoticeNext(Life life)
    {
        Item next = life.Paper.Next(life.Now.Owner, []);
        if (await Reach("GET", next.Path, null, null) is { Status: 200 } answer && await Written(next, "assigned") is { } found
            && life.Next is null)
        {
            (int revision, Plan plan) = plans[next.Plan];
            await LearnWhenTheyLeave();
            Life opened = life.ComeRound(plan, revision, found, Register, person => HolderAt(found, life, person));
            lives.Add(opened.ToString(), opened);
            MaySetBack(opened, found);
            JsonNode shown = JsonNode.Parse(answer.Text)!;
            string? difference = Card.Difference(shown, opened, WithGiven(shown, opened.Now), Now);
            Demand(difference is null, "2", $"as it came round: {difference}");
        }
    }

    /// <summary>Found in an hour that the clock showed twice, and heard of only afterwards: it may have been in the first.</summary>
    private void MaySetBack(Life life, Instant found)
    {
        foreach ((Instant from, Instant to) in setBacks.Where(back => back.To <= found && found <= back.From))
        {
            life.SetBack(from, to);
        }
    }

    /// <summary>With what the app may have found meanwhile: whoever gets no answer to a call cannot know.</summary>
    private Standing AsShown(JsonNode shown, Life life, Standing standing) =>
        WithGiven(shown, shown["assignedAt"] is not null && standing is { IsOpen: true, IsAssigned: false }
            && FreeAt(life) is { } free ? standing with { AssignedAt = free } : standing);

    /// <summary>When the journal says that something happened to an item, the first time; null where it does not.</summary>
    private async Task<Instant?> Written(Item item, string what) =>
        JsonNode.Parse((await Get($"{item.Path}/journal")).Text)!["entries"]!.AsArray()
            .Where(entry => (string)entry!["event"]! == what && (string?)entry["item"] == item.Id)
            .Select(entry => Form.Moment(entry!["at"])).FirstOrDefault();
}
