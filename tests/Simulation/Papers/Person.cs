using System.Text.Json.Nodes;
using NodaTime;

namespace FollowUp.Simulation.Papers;

/// <summary>Somebody who gets letters, as the simulation writes them into the register.</summary>
public sealed record Person(string Id, string Zone, string Calendar, IReadOnlyList<Away> Absences, string? Contact = null)
{
    public string Address { get; init; } = $"{Id}@sim.example";

    public Rhythm Rhythm { get; init; } = new("at-once", null, null);

    public JsonObject Json => new()
    {
        ["id"] = Id,
        ["name"] = $"The {Id} office",
        ["email"] = Address,
        ["timeZone"] = Zone,
        ["calendar"] = Calendar,
        ["contact"] = Contact,
        ["rhythm"] = Rhythm.Json,
        ["absences"] = new JsonArray([.. Absences.Select(away => (JsonNode)new JsonObject
        {
            ["from"] = Form.Day(away.From),
            ["to"] = Form.Day(away.To),
            ["substitute"] = away.Substitute,
        })]),
    };

    public IEnumerable<Away> AwayOn(LocalDate day) => Absences.Where(away => away.From <= day && day <= away.To);
}

/// <summary>Days away, first and last included.</summary>
public sealed record Away(LocalDate From, LocalDate To, string? Substitute);
