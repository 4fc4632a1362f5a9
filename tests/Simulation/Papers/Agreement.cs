using System.Text.Json.Nodes;
using NodaTime;

namespace FollowUp.Simulation.Papers;

/// <summary>An agreement as it is registered, with the items it has from the beginning.</summary>
public sealed record Agreement(
    string Id, LocalDate SignedOn, string Zone, string Calendar, string Coordinator, IReadOnlyList<string> Chain, IReadOnlyList<Item> Items)
{
    public JsonObject Json => new()
    {
        ["id"] = Id,
        ["kind"] = "minutes",
        ["signedOn"] = Form.Day(SignedOn),
        ["title"] = new JsonObject { ["en"] = $"Minutes {Id}" },
        ["parties"] = new JsonArray(
            new JsonObject { ["code"] = "A", ["name"] = new JsonObject { ["en"] = "A" }, ["calendar"] = Calendar, ["timeZone"] = Zone }),
        ["coordinator"] = Coordinator,
        ["chain"] = new JsonArray([.. Chain.Select(level => (JsonNode)level)]),
        ["clauses"] = new JsonArray(),
        ["items"] = new JsonArray([.. Items.Select(item => (JsonNode)item.Json)]),
    };
}

/// <summary>An item as it is registered.</summary>
/// <param name="Calendars">Empty where the owner's is meant.</param>
public sealed record Item(
    string Agreement, string Id, string Owner, IReadOnlyList<string> Supporting, string Issuer, string? Counterpart,
    LocalDate DueOn, string Zone, IReadOnlyList<string> Calendars, string Plan, IReadOnlyList<Stage> Stages)
{
    /// <summary>Items of the same agreement, registered with it or before it.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Null for what is done once.</summary>
    public Rule? Rule { get; init; }

    public string Path => $"/api/agreements/{Agreement}/items/{Id}";

    public JsonObject Json => new()
    {
        ["id"] = Id,
        ["kind"] = "other",
        ["title"] = new JsonObject { ["en"] = $"Item {Id}" },
        ["owner"] = Owner,
        ["supporting"] = new JsonArray([.. Supporting.Select(person => (JsonNode)person)]),
        ["issuer"] = Issuer,
        ["counterpart"] = Counterpart,
        ["dueOn"] = Form.Day(DueOn),
        ["timeZone"] = Zone,
        ["calendars"] = new JsonArray([.. Calendars.Select(calendar => (JsonNode)calendar)]),
        ["plan"] = Plan,
        ["silentUntilDue"] = true,
        ["stages"] =
            new JsonArray([.. Stages.Select(stage => (JsonNode)new JsonObject { ["id"] = stage.Id, ["dueOn"] = Form.Day(stage.DueOn) })]),
        ["dependsOn"] = new JsonArray([.. DependsOn.Select(other => (JsonNode)other)]),
        ["recurrence"] = Rule?.Words,
    };

    /// <summary>
    /// The one that comes after this: its owner's from now on, its stages as far before its due date, by the same calendars.
    /// </summary>
    public Item Next(string owner, IEnumerable<Calendar> calendars)
    {
        Rule next = Rule!.Next;
        int later = Period.DaysBetween(DueOn, next.DueOn);
        return this with
        {
            Id = next.Id,
            Owner = owner,
            DueOn = next.DueOn,
            Calendars = [.. calendars.Select(calendar => calendar.Id)],
            Stages = [.. Stages.Select(stage => stage with { DueOn = stage.DueOn.PlusDays(later) })],
            DependsOn = [],
            Rule = next,
        };
    }
}

public sealed record Stage(string Id, LocalDate DueOn);
