using System.Text.Json.Nodes;
using NodaTime;

namespace FollowUp.Simulation.Papers;

/// <summary>One revision of a plan: its ladders in their order, by name.</summary>
public sealed record Plan(string Id, LocalTime Hour, int ExtensionsMax, IReadOnlyList<Ladder> Ladders)
{
    /// <summary>When the levels hear once a week of everything that is late; null where they do not.</summary>
    public Weekly? Review { get; init; }

    /// <summary>The revision in which <see cref="Default"/> is shipped.</summary>
    public const int DefaultRevision = 2;

    /// <summary>The table of docs/design.md §3, and what it says there that no plan goes without.</summary>
    public static Plan Default { get; } = new("default", new(9, 0), 2,
    [
        new("receipt",
            [
                Rung.Of("at-once", "0", "owner"),
                Rung.Of("again", "+2wd", "owner"),
                Rung.Of("watch", "+3wd", "owner", "coordinator"),
                Rung.Of("level-1", "+5wd", "level-1"),
            ]),
        new("due",
            [
                Rung.Of("month", "-30cd", "owner"),
                Rung.Of("week", "-7cd", "owner"),
                Rung.Of("eve", "-1wd", "owner"),
                Rung.Of("day", "0", "owner"),
            ]),
        new("overdue",
        [
            Rung.Of("again", "+1wd", "owner") with { Every = "+5wd", Times = 12 },
            Rung.Of("level-1", "+2wd", "level-1", "issuer"), Rung.Of("level-2", "+7wd", "level-2"), Rung.Of("level-3", "+15wd", "level-3"),
        ]),
        new("progress", [Rung.Of("month", "+1mo", "owner") with { Every = "+1mo", Times = 120 }]),
        new("confirmation",
            [
                Rung.Of("at-once", "0", "issuer"),
                Rung.Of("again", "+5wd", "issuer"),
                Rung.Of("watch", "+7wd", "coordinator"),
                Rung.Of("level-1", "+10wd", "level-1"),
            ]),
        new("waiting", [Rung.Of("ask", "+30cd", "liaison") with { Every = "+30cd", Times = 120 }]),
        new("silence", [Rung.Of("watch", "+45cd", "coordinator") with { Every = "+45cd", Times = 120 }]),
    ])
    { Review = new(IsoDayOfWeek.Monday, null) };

    private static IReadOnlyList<Ladder> Always { get; } =
    [
        .. Default.Ladders.Where(ladder => ladder.Name is "confirmation" or "waiting"),
        new("returned", [Rung.Of("at-once", "0", "owner")]),
        new("extension", [Rung.Of("at-once", "0", "issuer"), Rung.Of("again", "+2wd", "issuer"), Rung.Of("watch", "+3wd", "coordinator")]),
        new("blocked",
            [
                Rung.Of("week", "-7cd", "coordinator"),
                Rung.Of("day", "0", "coordinator"),
                Rung.Of("again", "+5wd", "coordinator") with { Every = "+5wd", Times = 12 },
            ]),
        new("answered", [Rung.Of("at-once", "0", "owner")]),
        new("moved", [Rung.Of("at-once", "0", "owner")]),
        new("handover", [Rung.Of("at-once", "0", "former-owner")]),
        new("question",
            [
                Rung.Of("at-once", "0", "issuer", "owner"), Rung.Of("again", "+2wd", "issuer", "owner"),
                Rung.Of("watch", "+3wd", "coordinator"),
            ]),
        new("reply", [Rung.Of("at-once", "0", "owner", "issuer")]),
        new("escalated",
            [
                Rung.Of("at-once", "0", [.. Enumerable.Range(1, 9).Select(level => $"level-{level}"), "owner", "coordinator"]),
            ]),
        new("closing", [Rung.Of("done", "0", "owner", "issuer", "coordinator")]),
    ];

    public IEnumerable<Ladder> All => Ladders.Concat(Always.Where(always => Ladders.All(own => own.Name != always.Name)));

    public JsonObject Json => new()
    {
        ["id"] = Id,
        ["hour"] = Hour.ToString("HH':'mm", System.Globalization.CultureInfo.InvariantCulture),
        ["extensionsMax"] = ExtensionsMax,
        ["review"] = Review?.Json,
        ["ladders"] = new JsonArray([.. Ladders.Select(ladder => (JsonNode)new JsonObject
        {
            ["ladder"] = ladder.Name,
            ["rungs"] = new JsonArray([.. ladder.Rungs.Select(rung => (JsonNode)rung.Json)]),
        })]),
    };
}

/// <param name="Hour">The plan's where it says none.</param>
public sealed record Weekly(IsoDayOfWeek Day, LocalTime? Hour)
{
    public JsonObject Json => new()
    {
        ["day"] = Day.ToString().ToLowerInvariant(),
        ["hour"] = Hour?.ToString("HH':'mm", System.Globalization.CultureInfo.InvariantCulture),
    };
}

public sealed record Ladder(string Name, IReadOnlyList<Rung> Rungs);

/// <param name="Offset">As a plan writes it: <c>-7cd</c>, <c>+1wd</c>, <c>1mo</c>, <c>0</c>.</param>
public sealed record Rung(string Id, string Offset, string? Every, int Times, IReadOnlyList<string> To)
{
    public static Rung Of(string id, string offset, params string[] to) => new(id, offset, null, 0, to);

    public JsonObject Json => new()
    {
        ["id"] = Id,
        ["offset"] = Offset,
        ["every"] = Every,
        ["times"] = Every is null ? null : Times,
        ["to"] = new JsonArray([.. To.Select(role => (JsonNode)role)]),
    };
}
