using System.Text.Json.Nodes;
using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Papers;
using NodaTime;

namespace FollowUp.Simulation.Laws;

/// <summary>One row of an item's ledger as the API tells it.</summary>
public sealed record Row(
    string Ladder, int Revision, string Rung, int Occurrence, string To, string Role, Instant Planned, Instant Since, Instant DecidedAt,
    Instant? At,
    string State, string? Why, string? SentTo, string? Trace, string? Held)
{
    /// <summary>
    /// Somebody's new zone may move a week of theirs to behind a day that it was before: a later letter had told them by then.
    /// What an outage left behind is no such week: it is written down with the later one.
    /// </summary>
    /// <param name="at">Since when that week was due as its reader lives now.</param>
    public bool IsLaterWeekOf(Line line, Instant at) => Ladder == "review" && $"{Ladder}/{Revision}" == line.Ladders && To == line.To
        && Occurrence > line.Occurrence && DecidedAt <= at;

    public string Key => $"{Ladder}/{Revision}/{Rung}/{Occurrence}/{To}";

    public bool IsFinal => State != "planned";

    /// <summary>It was written down as one that is not sent.</summary>
    public bool WasNeverToBeSent => SentTo is null;

    /// <summary>How long its letter waits for what else belongs into it: its minute, or as long as a weekly one is gathered.</summary>
    public Duration Gathered => Duration.FromMinutes(Ladder == "review" ? 11 : 1);

    public bool WentOut => State is "sent" or "failed";

    /// <summary>Law 11: a request stands until it is decided on or the item is closed, also beside a report.</summary>
    public bool AsksStill(Standing standing) =>
        Ladder == "extension" && standing.IsOpen && standing.Asks.Any(ask => ask.Number == Revision && ask.Answer is null);

    public static Row Of(JsonNode row) => new(
        (string)row["ladder"]!, (int)row["anchorRevision"]!, (string)row["rung"]!, (int)row["occurrence"]!, (string)row["to"]!,
        (string)row["role"]!,
        Form.Moment(row["planned"])!.Value, Form.Moment(row["dueAt"])!.Value, Form.Moment(row["decidedAt"])!.Value, Form.Moment(row["at"]),
        (string)row["state"]!, (string?)row["why"], (string?)row["sentTo"], (string?)row["trace"], (string?)row["held"]);

    public override string ToString() =>
        $"{Key} as {Role}: {State}, planned {Form.Short(Planned)}, since {Form.Short(Since)}, decided {Form.Short(DecidedAt)}, "
            + $"{(At is { } at ? $"final {Form.Short(at)}" : "not final")}{(Why is null ? "" : $" ({Why})")}"
            + $"{(SentTo is null ? "" : $" to {SentTo}")}{(Held is null ? "" : $", {Held}")}";
}
