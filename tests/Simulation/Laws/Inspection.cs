using System.Text.Json.Nodes;
using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Papers;
using FollowUp.Simulation.Worlds;
using NodaTime;

namespace FollowUp.Simulation.Laws;

/// <summary>Reads all that a world can show and holds it against the laws.</summary>
public sealed class Inspection(World world)
{
    /// <summary>In passing: nobody changes anything by looking (law 17), and nothing that was written down is unwritten.</summary>
    public async Task Look()
    {
        IReadOnlyList<string> before = await world.Everything();
        foreach (string list in (string[])["/api/items", "/api/agreements", "/api/people", "/board", "/api/health/live"])
        {
            _ = await world.Get(list);
        }

        foreach (Life life in world.Lives)
        {
            _ = await world.Get($"{life.Paper.Path}/timetable");
            _ = await world.Get($"{life.Paper.Path}/journal");
            await Ledger(life);
        }

        IReadOnlyList<string> after = await world.Everything();
        if (!world.Health.IsDisturbed(world.Now - Health.Patience, world.Now)
            && before.Except(after).Concat(after.Except(before)).FirstOrDefault() is { } changed)
        {
            throw new LawBrokenException("17", $"looking changed {changed}");
        }
    }

    /// <summary>At the end, when all has come to rest.</summary>
    public async Task Conclude()
    {
        Dictionary<Life, IReadOnlyList<Row>> ledgers = [];
        foreach (Life life in world.Lives)
        {
            JsonNode shown = JsonNode.Parse((await world.Get(life.Paper.Path)).Text)!;
            if (Card.Difference(shown, life, life.Now, world.Now) is { } difference)
            {
                throw new LawBrokenException("2", $"at the end: {difference}");
            }

            InTime(life);
            ledgers.Add(life, await Ledger(life));
            new Ledger(world, life, ledgers[life]).Check();
        }

        new Letters(world, ledgers).Check();
        new Reached(world, ledgers).Check();
        new OwnWork(world, ledgers).Check();
        new Successions(world).Check();
        foreach (string agreement in world.Journals.Keys)
        {
            await new JournalOf(world, agreement, ledgers).Check();
        }
    }

    /// <summary>
    /// Law 1: what waits for others is assigned in time when the last of them is closed, and what comes round when it is time.
    /// </summary>
    private void InTime(Life life)
    {
        Instant? due = life.FoundAt is null ? world.FreeAt(life) : life.Now.AssignedAt;
        if (due is { } at && (life.FoundAt ?? world.Now) is var found && found > world.Health.Deadline(at))
        {
            throw new LawBrokenException(
                "1", $"{life} was to be assigned at {Form.Short(at)}, and was at {(life.FoundAt is null ? "no time" : Form.Short(found))}");
        }

        if (life.OpensNextAt is { } next && world.Health.Deadline(next) < world.Now)
        {
            throw new LawBrokenException("1", $"{life} was to come round at {Form.Short(next)}, and did not");
        }
    }

    private async Task<IReadOnlyList<Row>> Ledger(Life life)
    {
        JsonNode shown = JsonNode.Parse((await world.Get($"{life.Paper.Path}/ledger")).Text)!;
        Dictionary<string, Row> rows = [];
        foreach (Row row in shown["rows"]!.AsArray().Select(row => Row.Of(row!)))
        {
            if (!rows.TryAdd(row.Key, row))
            {
                throw new LawBrokenException("3", $"{life} has {row.Key} twice");
            }
        }

        foreach (Row was in world.Seen(life, [.. rows.Values]))
        {
            if (rows.GetValueOrDefault(was.Key) is not { } now || (was.IsFinal && now != was)
                || now with { State = was.State, At = was.At, Why = was.Why } != was)
            {
                throw new LawBrokenException("3", $"{life} had {was}, and now {rows.GetValueOrDefault(was.Key)?.ToString() ?? "has not"}");
            }
        }

        return [.. rows.Values];
    }
}
