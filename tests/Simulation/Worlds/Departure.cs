using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Scripts;
using NodaTime;

namespace FollowUp.Simulation.Worlds;

/// <summary>A succession that somebody wrote down, and how far the world has seen it carried out.</summary>
public sealed class Departure(Leaving leaving)
{
    public Takeover Takeover { get; } = Takeover.Of(leaving);

    public string Path => $"/api/people/{Takeover.Leaver}/succession";

    public System.Text.Json.Nodes.JsonObject Json => new()
    {
        ["by"] = Takeover.By,
        ["successor"] = Takeover.Successor,
        ["on"] = Papers.Form.Day(Takeover.On),
        ["reason"] = Takeover.Reason,
    };

    /// <summary>When it begins; the end of time while nobody has heard so.</summary>
    public Instant At { get; set; } = Instant.MaxValue;

    public bool IsCalledOff { get; set; }

    public Instant? BegunAt { get; set; }

    public Instant? DoneAt { get; set; }

    /// <summary>What it may still change.</summary>
    public bool IsOpen => !IsCalledOff && DoneAt is null;

    /// <summary>When each agreement was given on of which something was.</summary>
    public Dictionary<string, Instant> Given { get; } = [];

    /// <summary>The items that were, and those that were not, since they could not.</summary>
    public HashSet<Life> Items { get; } = [];

    public HashSet<Life> Left { get; } = [];
}
