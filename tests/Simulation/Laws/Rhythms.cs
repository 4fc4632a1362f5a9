using System.Globalization;
using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Papers;
using FollowUp.Simulation.Worlds;
using NodaTime;

namespace FollowUp.Simulation.Laws;

/// <summary>
/// Nobody misses what could not wait, whatever rhythm they take: before the day on which an item is due begins, nothing that its plan says
/// by then waits any more. Told without a word of when letters come, so that a fault in that is found here.
/// </summary>
public sealed class Rhythms(World world, Life life, IReadOnlyList<Row> rows, IReadOnlyList<Slice> slices)
{
    public void Check()
    {
        Dictionary<string, Row> byKey = rows.ToDictionary(row => row.Key);
        foreach (Slice slice in slices)
        {
            InTime(slice, byKey);
        }

        foreach (Row row in rows.Where(row => row.Held is not null))
        {
            Explained(row);
            world.Tally.Held += row.State == "sent" ? 1 : 0;
        }
    }

    private void InTime(Slice slice, Dictionary<string, Row> byKey)
    {
        Instant begins = Days.At(slice.Standing.DueOn.AtMidnight(), life.Paper.Zone);
        Instant deadline = world.Health.Deadline(Instant.Max(begins, slice.From));
        if (!slice.Standing.IsOpen || deadline >= Instant.Min(slice.To, world.Now))
        {
            return;
        }

        foreach (Line line in slice.Lines.Values.Where(line => line is { IsAbove: false, Skip: null }))
        {
            if (Instant.Max(line.Planned, line.Since) <= begins
                && !(byKey.TryGetValue(line.Key, out Row? row) && row.DecidedAt <= deadline))
            {
                throw new LawBrokenException("16",
                    $"{life}: {line.Key} was planned for {Form.Short(line.Planned)}, and {Form.Short(begins)}, its last day, came without");
            }
        }
    }

    /// <summary>The ledger says for which letter it waited: for that of the day from which a delay counts.</summary>
    private void Explained(Row row)
    {
        IEnumerable<string> days = world.Registers.Where(era => era.Has(row.DecidedAt)).Select(era => row.Since
            .InZone(DateTimeZoneProviders.Tzdb[era.What.People[row.To].Zone]).Date.ToString("ddd d MMM", CultureInfo.InvariantCulture));
        if (row.Since <= row.Planned || !days.Any(day => row.Held!.EndsWith($"letter of {day}", StringComparison.Ordinal)))
        {
            throw new LawBrokenException("3", $"{life}: {row}: it waited for no such letter");
        }
    }
}
