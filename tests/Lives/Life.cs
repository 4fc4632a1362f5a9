using System.Globalization;
using System.Text.Json;
using FollowUp.Start;

namespace FollowUp.Lives;

/// <summary>
/// What happens from a signature to the last confirmation, as data: who does what at which moment, and when no host is there. It says nothing
/// of the host that it is lived on.
/// </summary>
public sealed record Life
{
    public required string Name { get; init; }

    /// <summary>When the first thing is done.</summary>
    public DateTimeOffset Begins => Script[0].At;

    /// <summary>Spans in which no host runs, in their order.</summary>
    public IReadOnlyList<Away> Outages { get; private init; } = [];

    internal IReadOnlyList<Act> Script { get; private init; } = [];

    public override string ToString() => Name;

    /// <summary>A register and a cast as <c>./start --demo</c> takes them; <c>NAME.away.json</c> beside them, if any, lists outages.</summary>
    internal static Life Read(string name, string folder)
    {
        string outages = Path.Combine(folder, $"{name}.away.json");
        return new()
        {
            Name = name,
            Script = Start.Script.Of(Path.Combine(folder, $"{name}.json"), Cast.Read(Path.Combine(folder, $"{name}.cast.json"))),
            Outages = File.Exists(outages) ? Away.Read(outages) : [],
        };
    }
}

/// <summary>No host runs in this span. Nobody can do anything then either.</summary>
public sealed record Away(DateTimeOffset From, DateTimeOffset Until)
{
    internal static IReadOnlyList<Away> Read(string file)
    {
        using JsonDocument outages = JsonDocument.Parse(File.ReadAllText(file));
        return [.. outages.RootElement.EnumerateArray().Select(one => new Away(Moment(one, "from"), Moment(one, "until"))).OrderBy(one => one.From)];
    }

    private static DateTimeOffset Moment(JsonElement outage, string name) =>
        DateTimeOffset.Parse(outage.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
}
