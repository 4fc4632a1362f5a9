using System.Globalization;
using System.Text.Json;
using FollowUp.Start;

namespace FollowUp.Lives;

/// <summary>
/// What happens from a signature to the last confirmation, as data: who does what at which moment, and when no host is there. It says
/// nothing of the host that it is lived on.
/// </summary>
public sealed record Life
{
    public required string Name { get; init; }

    /// <summary>The file of who takes part and what was agreed.</summary>
    public required string Register { get; init; }

    /// <summary>When the first thing is done.</summary>
    public DateTimeOffset Begins => Script[0].At;

    /// <summary>Spans in which no host runs, in their order.</summary>
    public IReadOnlyList<Away> Outages { get; private init; } = [];

    /// <summary>Spans in which the mail server takes nothing.</summary>
    public IReadOnlyList<Away> WithoutMail { get; private init; } = [];

    internal IReadOnlyList<Act> Script { get; private init; } = [];

    public override string ToString() => Name;

    /// <summary>What is still to come of it, for a store in which somebody lived it until then.</summary>
    public Life After(DateTimeOffset moment) => this with
    {
        Script = [.. Script.Where(act => act.At > moment)],
        Outages = [.. Outages.Where(outage => outage.From > moment)],
    };

    /// <summary>
    /// A register and a cast as <c>./start --demo</c> takes them; beside them, if any, <c>NAME.away.json</c> lists outages of the host,
    /// <c>NAME.mail.json</c> of the mail server.
    /// </summary>
    internal static Life Read(string name, string folder)
    {
        string register = Path.Combine(folder, $"{name}.json");
        return new()
        {
            Name = name,
            Register = register,
            Script = Start.Script.Build(register, Cast.Read(Path.Combine(folder, $"{name}.cast.json"))),
            Outages = Away.Read(Path.Combine(folder, $"{name}.away.json")),
            WithoutMail = Away.Read(Path.Combine(folder, $"{name}.mail.json")),
        };
    }
}

/// <summary>A span in which something is not there.</summary>
public sealed record Away(DateTimeOffset From, DateTimeOffset Until)
{
    public bool Covers(DateTimeOffset moment) => From <= moment && moment < Until;

    internal static IReadOnlyList<Away> Read(string file)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        using JsonDocument outages = JsonDocument.Parse(File.ReadAllText(file));
        return [.. outages.RootElement.EnumerateArray()
            .Select(one => new Away(Moment(one, "from"), Moment(one, "until"))).OrderBy(one => one.From)];
    }

    private static DateTimeOffset Moment(JsonElement outage, string name) =>
        DateTimeOffset.Parse(outage.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
}
