using NodaTime;

namespace FollowUp.Simulation.Expected;

/// <summary>From when a line may go out.</summary>
public sealed partial class Reading
{
    /// <summary>
    /// When a line may go out at the earliest, whatever rhythm its reader has. One that goes above waits for a working day of the item's,
    /// by date in its zone, after the day on which the one it is aimed at was <paramref name="told"/>; null while they were not.
    /// </summary>
    private Instant? Unheld(Line line, Instant? told)
    {
        if (!line.IsAbove)
        {
            return Instant.Max(line.Planned, line.Since);
        }

        if (told is not { } at)
        {
            return null;
        }

        LocalDate working = Days.Go(life.DayOf(at), 1, life.Works);
        if (line.Ladder == "review")
        {
            // Not a day later for it, but a week: one letter a week.
            return life.DayOf(line.Planned) < working || line.Planned < line.Since ? null : line.Planned;
        }

        LocalDate day = Rolled(working > line.Day ? working : line.Day, 1, line.To);
        while (life.DayOf(Hour(day, line.To)) < working)
        {
            day = Rolled(day.PlusDays(1), 1, line.To);
        }

        return Instant.Max(day == line.Day ? line.Planned : Hour(day, line.To), line.Since);
    }
}
