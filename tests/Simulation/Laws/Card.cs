using System.Text.Json.Nodes;
using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Papers;
using NodaTime;

namespace FollowUp.Simulation.Laws;

/// <summary>An item as the API shows it, held against the card that the model keeps of it.</summary>
public static class Card
{
    /// <returns>What differs; null when nothing does.</returns>
    public static string? Difference(JsonNode shown, Life life, Standing standing, Instant now)
    {
        foreach ((string field, string? expected) in Expected(life, standing, now))
        {
            string? actual = shown[field] switch
            {
                null => null,
                JsonValue value => value.ToString(),
                var node => Plain(field, node),
            };
            if ((actual ?? "") != (expected ?? ""))
            {
                return $"{life}: {field} is {actual ?? "absent"}, must be {expected ?? "absent"}";
            }
        }

        return null;
    }

    private static IEnumerable<(string Field, string? Value)> Expected(Life life, Standing item, Instant now)
    {
        yield return ("id", life.Paper.Id);
        yield return ("title", item.Title ?? $"Item {life.Paper.Rule?.Series ?? life.Paper.Id}");
        yield return ("recurrence", Words(item.SeriesEnded));
        yield return ("owner", item.Owner);
        yield return ("issuer", item.Issuer);
        yield return ("coordinator", item.Coordinator);
        yield return ("dueOn", Form.Day(item.DueOn));
        yield return ("originalDueOn", Form.Day(life.Paper.DueOn));
        yield return ("plan", life.Plan.Id);
        yield return ("planRevision", $"{life.PlanRevision}");
        yield return ("state", item.State);
        yield return ("dependsOn", string.Join(' ', life.Paper.DependsOn));
        yield return ("assignedAt", item.AssignedAt is { } assigned ? Form.Moment(assigned) : null);
        yield return ("revision", $"{item.Revision}");
        yield return ("slip", Slip(life, item, now));
        yield return ("daysLate", $"{DaysLate(life, item, now)}");
        yield return ("receipt", Words(item.Receipt));
        yield return ("completion", Words(item.Report));
        yield return ("confirmation", Words(item.Confirmed));
        yield return ("withdrawal", Words(item.Withdrawn));
        yield return ("progress", string.Join(' ', item.Progress.Select(Words)));
        yield return ("returns", string.Join(' ', item.Returns.Select(Words)));
        yield return ("stages",
            string.Join(
                ' ', life.Paper.Stages
                    .Select(stage =>
                        $"{stage.Id}@{Form.Day(stage.DueOn)}"
                            + $"{(item.StagesDone.TryGetValue(stage.Id, out Fact? done) ? $"={Words(done)}" : "")}")));
        yield return ("extensions",
            string.Join(
                ' ', item.Asks
                    .Select(ask => $"{ask.Number}:{ask.By}@{Form.Moment(ask.At)}>{Form.Day(ask.DueOn)}{Words(ask.Answer)}")));
        yield return ("waiting",
            string.Join(
                ' ', item.Waits
                    .Select(wait =>
                        $"{wait.By}@{Form.Moment(wait.At)}"
                            + $"{(wait.Ended is { } ended ? $"={ended.By}@{Form.Moment(ended.At)}:{ended.Days}" : "")}")));
        yield return ("handOvers",
            string.Join(' ', item.Handings.Select(handing => $"{handing.By}@{Form.Moment(handing.At)}:{handing.From}>{handing.To}")));
        yield return ("questions", string.Join(
            ' ', item.Questions.Select(asked =>
                $"{asked.Number}:{asked.By}@{Form.Moment(asked.At)}:{asked.Of}"
                    + $"{(asked.Answer is { } reply ? $"={Words(reply)}>{asked.To}" : "")}")));
        yield return ("escalations", string.Join(
            ' ', item.Raisings.Select(raised =>
                $"{raised.Number}:{raised.By}@{Form.Moment(raised.At)}:{raised.Level}>{raised.To}+{string.Join(',', raised.Knows)}")));
        yield return ("reassignments",
            string.Join(
                ' ', item.Givings.Select(giving => $"{giving.By}@{Form.Moment(giving.At)}:{giving.Part}>{string.Join(',', giving.To)}")));
        yield return ("slippage", $"{Period.DaysBetween(life.Paper.DueOn, item.DueOn)} {item.Granted} "
            + string.Join(' ',
                item.Moves.Select(move => $"{move.Cause}:{move.By}@{Form.Moment(move.At)}:{Form.Day(move.From)}>{Form.Day(move.To)}")));
    }

    private static string Words(Answered? answer) =>
        answer is null ? "" : $"={(answer.IsGranted ? "granted" : "refused")}:{answer.By}@{Form.Moment(answer.At)}";

    private static string? Words(Fact? fact) => fact is null ? null : $"{fact.By}@{Form.Moment(fact.At)}";

    private static string Plain(string field, JsonNode node) => field switch
    {
        "title" => $"{node["en"]}",
        "recurrence" => node["ended"] is { } ended ? Fact(ended) : "",
        "dependsOn" => string.Join(' ', node.AsArray()),
        "receipt" or "completion" or "confirmation" or "withdrawal" => Fact(node),
        "progress" or "returns" => string.Join(' ', node.AsArray().Select(one => Fact(one!))),
        "stages" => string.Join(
            ' ', node.AsArray().Select(one => $"{one!["id"]}@{one["dueOn"]}{(one["done"] is { } done ? $"={Fact(done)}" : "")}")),
        "extensions" =>
            string.Join(
                ' ', node.AsArray()
                    .Select(one =>
                        $"{one!["number"]}:{Fact(one)}>{one["dueOn"]}"
                            + $"{(one["decision"] is { } word ? $"={word}:{one["decidedBy"]}@{one["decidedAt"]}" : "")}")),
        "waiting" => string.Join(' ',
            node.AsArray().Select(one => $"{Fact(one!)}{(one!["ended"] is { } ended ? $"={Fact(ended)}:{ended["workingDays"]}" : "")}")),
        "handOvers" => string.Join(' ', node.AsArray().Select(one => $"{Fact(one!)}:{one!["from"]}>{one["to"]}")),
        "questions" => string.Join(' ', node.AsArray().Select(one => $"{one!["number"]}:{Fact(one)}:{one["of"]}"
            + $"{(one["reply"] is { } reply ? $"={Fact(reply)}>{reply["to"]}" : "")}")),
        "escalations" => string.Join(' ', node.AsArray().Select(one =>
            $"{one!["number"]}:{Fact(one)}:{one["level"]}>{one["to"]}"
                + $"+{string.Join(',', one["knows"]!.AsArray().Select(who => $"{who}"))}")),
        "reassignments" =>
            string.Join(' ', node.AsArray().Select(one => $"{Fact(one!)}:{one!["part"]}>{string.Join(',', one["to"]!.AsArray())}")),
        "slippage" => $"{node["days"]} {node["extensions"]} " + string.Join(
            ' ', node["changes"]!.AsArray().Select(one => $"{one!["cause"]}:{Fact(one)}:{one["from"]}>{one["to"]}")),
        _ => node.ToJsonString(),
    };

    private static string Fact(JsonNode node) => $"{node["by"]}@{node["at"]}";

    private static string? Slip(Life life, Standing item, Instant now)
    {
        LocalDate today = life.DayOf(now);
        bool isBehind = item.Returns.Count > 0
            || life.Paper.Stages.Any(stage => stage.DueOn < today && !item.StagesDone.ContainsKey(stage.Id))
            || (item is { IsAssigned: true, Receipt: null } && life.DayOf(item.HandedAt).PlusDays(7) < today);
        return !item.IsPending || item.IsWaiting ? null
            : today > item.DueOn ? "red"
            : isBehind ? "yellow"
            : today.PlusDays(30) >= item.DueOn ? "blue"
            : null;
    }

    public static int DaysLate(Life life, Standing item, Instant now)
    {
        Instant until = item.Report?.At ?? item.Withdrawn?.At ?? (item.IsWaiting ? item.Waits[^1].At : now);
        return Math.Max(0, Period.DaysBetween(item.DueOn, life.DayOf(until)));
    }
}
