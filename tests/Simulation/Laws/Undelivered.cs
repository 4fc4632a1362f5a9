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
        foreach (Row failed in rows.Where(row => row.State == "failed"))
        {
            if (Hears(failed) is not { } hears)
            {
                continue;
            }

            string rung = failed.Ladder == "undelivered" ? failed.Rung : $"{failed.Ladder}-{failed.Rung}-{failed.To}";
            string key = $"undelivered/{failed.Revision}/{rung}/{failed.Occurrence}/{hears}";
            _ = expected.Add(key);
            if (rows.All(row => row.Key != key))
            {
                throw new LawBrokenException("3", $"{life}: {failed} failed, and {hears} has no word of it");
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

    private string? Hears(Row failed)
    {
        List<string> hearers = [.. new[] { life.Agreement.Coordinator, life.Paper.Issuer }.Concat(life.Agreement.Chain).Distinct()];
        int next = failed.Ladder == "undelivered" ? hearers.IndexOf(failed.To) + 1 : 0;
        return hearers.Skip(next).FirstOrDefault(person => person != failed.SentTo);
    }
}
