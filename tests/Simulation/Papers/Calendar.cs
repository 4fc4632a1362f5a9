using System.Text.Json.Nodes;
using NodaTime;

namespace FollowUp.Simulation.Papers;

/// <summary>Which days are worked, by one revision of one calendar.</summary>
public sealed record Calendar(
    string Id, IReadOnlyList<IsoDayOfWeek> Weekend, IReadOnlySet<LocalDate> Holidays, IReadOnlySet<LocalDate> MadeUp)
{
    public JsonObject Json => new()
    {
        ["id"] = Id,
        ["weekend"] = new JsonArray([.. Weekend.Select(day => (JsonNode)day.ToString().ToLowerInvariant())]),
        ["holidays"] = Days(Holidays, "Holiday"),
        ["workingDays"] = Days(MadeUp, "Made up"),
        ["knownThrough"] = "2030-12-31",
    };

    public bool Works(LocalDate day) => MadeUp.Contains(day) || !(Holidays.Contains(day) || Weekend.Contains(day.DayOfWeek));

    private static JsonArray Days(IEnumerable<LocalDate> days, string name) =>
        [.. days.Order().Select(day => (JsonNode)new JsonObject { ["date"] = Form.Day(day), ["name"] = name })];
}
