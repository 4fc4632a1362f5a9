using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Worlds;
using NodaTime;

namespace FollowUp.Simulation.Laws;

/// <summary>A letter that is refused for good is somebody's business: each has one alarm, and there is no alarm without it.</summary>
public sealed class Undelivered(World world, Life life, IReadOnlyList<Row> rows)
{
    public void Check()
    {
        HashSet<string> expected = [];
        foreach (Row failed in rows.Where(row => row.State == "failed" || IsOvertakenAlarm(row)))
        {
            // Where a part went to others in that very moment, either may hear.
            string[] keys = [.. life.Eras.Where(era => era.Has(failed.At!.Value)).Select(era => KeyOf(failed, era.What)).OfType<string>()];
            expected.UnionWith(keys);
            if (keys.Length > 0 && rows.All(row => !keys.Contains(row.Key)))
            {
                throw new LawBrokenException("3", $"{life}: {failed} failed, and nobody has word of it: {string.Join(" or ", keys)}");
            }
        }

        foreach (Row alarm in rows.Where(row => row.Ladder == "undelivered"))
        {
            if (!expected.Contains(alarm.Key))
            {
                throw new LawBrokenException("3", $"{life}: {alarm} tells of nothing that failed");
            }

            if (!alarm.IsFinal && world.Now - alarm.DecidedAt > Duration.FromHours(1))
            {
                throw new LawBrokenException("3", $"{life}: {alarm} never came to its end");
            }
        }
    }

    /// <summary>Word of a refusal that was to go to somebody who had no part in the item by then: others hear it instead.</summary>
    private bool IsOvertakenAlarm(Row row) => row is { Ladder: "undelivered", State: "skipped", SentTo: not null }
        && life.Eras.Any(era => era.Has(row.At!.Value) && life.IsOut(era.What, row.SentTo));

    /// <summary>Of the first who has not heard of it, and is not the one whose letters do not arrive; null where nobody is left.</summary>
    private string? KeyOf(Row failed, Standing standing)
    {
        string rung = failed.Ladder == "undelivered" ? failed.Rung : $"{failed.Ladder}-{failed.Rung}-{failed.To}";
        List<string> hearers = [.. new[] { standing.Coordinator, standing.Issuer }.Concat(standing.Chain).Distinct()];
        int next = failed.Ladder == "undelivered" ? hearers.IndexOf(failed.To) + 1 : 0;
        return hearers.Skip(next).Where(person => person != failed.SentTo)
            .Select(person => $"undelivered/{failed.Revision}/{rung}/{failed.Occurrence}/{person}")
            .FirstOrDefault(key => !rows.Any(row => row.Key == key && row.DecidedAt < failed.At));
    }
}
