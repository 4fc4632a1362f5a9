using System.Text.Json.Nodes;
using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Papers;
using NodaTime;

namespace FollowUp.Simulation.Worlds;

/// <summary>Items that wait for others of their agreement: that the last of those is closed, the app finds when it looks, and the world when it asks.</summary>
public sealed partial class World
{
    /// <summary>When an item that is not assigned yet is to be; null while it has to wait.</summary>
    public Instant? FreeAt(Life life) =>
        life.FreeAt([.. life.Paper.DependsOn.Select(other => lives[$"{life.Paper.Agreement}/{other}"])]);

    /// <summary>Asked once of each: while nobody answers, nobody does anything with it either.</summary>
    private async Task Notice()
    {
        foreach (Life life in lives.Values.Where(life => FreeAt(life) is not null).ToList())
        {
            if (await Reach("GET", life.Paper.Path, null, null) is { Status: 200 } answer && JsonNode.Parse(answer.Text)!["assignedAt"] is not null
                && await Written(life.Paper, "assigned") is { } found && FreeAt(life) is { } free)
            {
                life.Assign(free, found, Register);
            }
        }
    }

    /// <summary>With what the app may have found meanwhile: whoever gets no answer to a call cannot know.</summary>
    private Standing AsShown(JsonNode shown, Life life, Standing standing) =>
        shown["assignedAt"] is not null && standing is { IsOpen: true, IsAssigned: false } && FreeAt(life) is { } free ? standing with { AssignedAt = free } : standing;

    /// <summary>When the journal says that something happened to an item, the first time; null where it does not.</summary>
    private async Task<Instant?> Written(Item item, string what) =>
        JsonNode.Parse((await Get($"{item.Path}/journal")).Text)!["entries"]!.AsArray()
            .Where(entry => (string)entry!["event"]! == what && (string?)entry["item"] == item.Id).Select(entry => Form.Moment(entry!["at"])).FirstOrDefault();
}
