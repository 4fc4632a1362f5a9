using System.Text.Json.Serialization;

namespace FollowUp.Agreements;

/// <summary>The place in an agreement that an item comes from, quoted in each authentic language.</summary>
public sealed record Clause(string Id, Wording Text)
{
    /// <summary>What the text itself calls it ("I.1", "第三条"), which no id can be; null where it has no number there.</summary>
    public string? Label { get; init; }

    /// <summary>What people call it: its label, else its id.</summary>
    [JsonIgnore]
    public string Name => Label ?? Id;
}
